"use client";

import { Check, ChevronDown, ChevronsUpDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";
import { useFieldAttributes } from "./field-context";
import { floatingClass, itemClass } from "./floating-class";

export type SelectOption = { value: string; label: ReactNode; description?: ReactNode; icon?: ReactNode; disabled?: boolean };

export type SelectProps = {
  options: readonly SelectOption[];
  value: string | undefined;
  onValueChange: (value: string) => void;
  placeholder?: string;
  /** Needed when no Field labels it. */
  "aria-label"?: string;
  size?: "sm" | "md";
  disabled?: boolean;
  name?: string;
  id?: string;
  className?: string;
};

/** One of a few known options. For many options, or several at once, see Combobox and MultiSelect. */
export function Select({ options, value, onValueChange, placeholder, size = "md", disabled, name, className, id, ...aria }: SelectProps) {
  const field = useFieldAttributes({ id });
  return (
    <Radix.Root {...(value === undefined ? {} : { value })} onValueChange={onValueChange} {...(disabled ? { disabled } : {})} {...(name ? { name } : {})}>
      <Radix.Trigger
        {...field}
        {...aria}
        className={cn(controlClass, "inline-flex items-center justify-between gap-2 px-2.5 text-left data-placeholder:text-faint", size === "sm" ? "h-7 sm:text-xs" : "h-8", className)}
      >
        <span className="flex min-w-0 items-center gap-2 truncate [&_svg]:size-4">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon asChild>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content position="popper" sideOffset={4} collisionPadding={8} className={cn(floatingClass, "max-h-80 min-w-(--radix-select-trigger-width)")}>
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Option key={option.value} option={option} />
            ))}
          </Radix.Viewport>
          <Radix.ScrollDownButton className="flex justify-center py-1 text-muted">
            <ChevronDown aria-hidden className="size-3.5" />
          </Radix.ScrollDownButton>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <Radix.Item value={option.value} disabled={option.disabled ?? false} className={cn(itemClass, "pr-8")}>
      {option.icon ? <span className="shrink-0 [&_svg]:size-4">{option.icon}</span> : null}
      <span className="min-w-0">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.description ? <span className="block text-xs text-muted">{option.description}</span> : null}
      </span>
      <Radix.ItemIndicator className="absolute right-2">
        <Check aria-hidden className="size-3.5 text-accent-text" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}
