"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { useFieldAttributes } from "./field-context";

export type CheckboxProps = {
  checked: boolean | "indeterminate";
  onCheckedChange: (checked: boolean) => void;
  label?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  "aria-label"?: string;
  name?: string;
  className?: string;
};

/** A tick box with its label beside it. Without a label give `aria-label`. */
export function Checkbox({ checked, onCheckedChange, label, description, disabled = false, className, name, ...aria }: CheckboxProps) {
  const own = useId();
  const field = useFieldAttributes({ id: own });
  const box = (
    <Radix.Root
      {...field}
      {...aria}
      {...(name ? { name } : {})}
      id={own}
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onCheckedChange(next === true)}
      {...(description ? { "aria-describedby": `${own}-description` } : {})}
      className="hit-area flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-on-accent shadow-xs data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:cursor-not-allowed disabled:opacity-50"
    >
      <Radix.Indicator className="[&_svg]:size-3 [&_svg]:stroke-3">{checked === "indeterminate" ? <Minus aria-hidden /> : <Check aria-hidden />}</Radix.Indicator>
    </Radix.Root>
  );
  if (!label) return box;
  return (
    <div className={cn("flex items-start gap-2", className)}>
      <span className="flex h-5 items-center">{box}</span>
      <label htmlFor={own} className="text-sm">
        <span className="text-text">{label}</span>
        {description ? (
          <span id={`${own}-description`} className="block text-xs text-muted">
            {description}
          </span>
        ) : null}
      </label>
    </div>
  );
}
