import { cva, type VariantProps } from "class-variance-authority";

/** The looks of a button; also for links that look like one. */
export const buttonVariants = cva(
  "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-[background-color,border-color,color,box-shadow] duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 aria-busy:opacity-80! [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent shadow-xs hover:bg-accent-hover",
        secondary: "border-border-strong bg-surface text-text shadow-xs hover:bg-sunken active:bg-pressed data-[state=open]:bg-sunken",
        ghost: "border-transparent bg-transparent text-text hover:bg-sunken active:bg-pressed data-[state=open]:bg-sunken",
        quiet: "border-transparent bg-transparent text-muted hover:bg-sunken hover:text-text active:bg-pressed data-[state=open]:bg-sunken",
        danger: "border-transparent bg-danger text-on-danger shadow-xs hover:bg-danger-hover",
        "danger-outline": "border-border-strong bg-surface text-danger-text shadow-xs hover:border-danger-border hover:bg-danger-subtle",
        link: "h-auto! border-transparent px-0! text-accent-text underline-offset-3 hover:underline",
      },
      size: {
        sm: "h-7 px-2.5 text-xs [&_svg]:size-3.5",
        md: "h-8 px-3 text-sm",
        lg: "h-10 px-4 text-base",
      },
      block: { true: "w-full", false: "" },
    },
    defaultVariants: { variant: "secondary", size: "md", block: false },
  },
);

export type ButtonVariants = VariantProps<typeof buttonVariants>;
