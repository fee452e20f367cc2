import type { ComponentProps, ReactNode } from "react";
import { buttonVariants, type ButtonVariants } from "./button-variants";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** What it does: read aloud, and shown on hover. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariants["variant"];
  size?: ButtonVariants["size"];
  tooltip?: boolean;
};

export function IconButton({ label, icon, variant = "quiet", size = "md", tooltip = true, className, type = "button", ...rest }: IconButtonProps) {
  const square = { sm: "size-7", md: "size-8", lg: "size-10" }[size ?? "md"];
  const button = (
    <button type={type} aria-label={label} className={cn(buttonVariants({ variant, size }), square, "px-0", className)} {...rest}>
      {icon}
    </button>
  );
  return tooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
