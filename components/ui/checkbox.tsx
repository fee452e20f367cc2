"use client";

import { Check, Minus } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
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
  const input = useRef<HTMLInputElement>(null);
  const field = useFieldAttributes({ id: own });
  const half = checked === "indeterminate";
  useEffect(() => {
    if (input.current) input.current.indeterminate = half;
  }, [half]);
  const box = (
    <span className="relative flex size-4 shrink-0 text-on-accent">
      <input
        ref={input}
        type="checkbox"
        {...field}
        {...aria}
        {...(name ? { name } : {})}
        id={own}
        checked={checked === true}
        disabled={disabled}
        onChange={(event) => onCheckedChange(event.target.checked)}
        {...(description ? { "aria-describedby": `${own}-description` } : {})}
        className="hit-area peer m-0 size-4 appearance-none rounded-sm border border-control bg-surface shadow-xs checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:cursor-not-allowed disabled:opacity-50"
      />
      {half ? <Minus aria-hidden className={markClass} /> : checked ? <Check aria-hidden className={markClass} /> : null}
    </span>
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

const markClass = "pointer-events-none absolute inset-0.5 size-3 stroke-3";
