"use client";

import { type ReactNode, useId } from "react";
import { cn } from "./cn";

export type SwitchProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  "aria-label"?: string;
  name?: string;
  className?: string;
};

/** A setting that takes effect at once. In a form that is saved later use a Checkbox. */
export function Switch({ checked, onCheckedChange, label, description, disabled = false, className, name, ...aria }: SwitchProps) {
  const id = useId();
  const control = (
    <button
      type="button"
      role="switch"
      {...aria}
      {...(name ? { name } : {})}
      id={id}
      aria-checked={checked}
      onClick={() => onCheckedChange(!checked)}
      disabled={disabled}
      {...(description ? { "aria-describedby": `${id}-description` } : {})}
      className="hit-area group inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-transparent bg-control p-0.5 transition-colors aria-checked:bg-accent disabled:cursor-not-allowed disabled:opacity-50"
    >
      <span className="block size-3.5 -translate-x-px rounded-full bg-white shadow-sm transition-transform group-aria-checked:translate-x-3.5" />
    </button>
  );
  if (!label) return control;
  return (
    <div className={cn("flex items-start justify-between gap-4", className)}>
      <label htmlFor={id} className="text-sm">
        <span className="font-medium text-text">{label}</span>
        {description ? (
          <span id={`${id}-description`} className="block text-xs text-muted">
            {description}
          </span>
        ) : null}
      </label>
      <span className="flex h-5 items-center">{control}</span>
    </div>
  );
}
