"use client";

import { type ReactNode, useContext, useId } from "react";
import { cn } from "./cn";
import { FieldContext } from "./field-context";

export type RadioOption = { value: string; label: ReactNode; description?: ReactNode; icon?: ReactNode; disabled?: boolean };

export type RadioGroupProps = {
  options: readonly RadioOption[];
  value: string | undefined;
  onValueChange: (value: string) => void;
  /** `cards` gives each option a frame; `columns` sets them side by side from 640 px up. */
  look?: "plain" | "cards";
  columns?: 1 | 2 | 3;
  "aria-label"?: string;
  name?: string;
  className?: string;
};

export function RadioGroup({ options, value, onValueChange, look = "plain", columns = 1, className, name, ...aria }: RadioGroupProps) {
  const field = useContext(FieldContext);
  const own = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={aria["aria-label"] ? undefined : field?.labelId}
      aria-describedby={field?.describedBy}
      {...aria}
      className={cn("grid gap-2", columns === 2 && "sm:grid-cols-2", columns === 3 && "sm:grid-cols-2 lg:grid-cols-3", className)}
    >
      {options.map((option) => (
        <Option key={option.value} option={option} look={look} name={name ?? own} checked={option.value === value} onPick={onValueChange} />
      ))}
    </div>
  );
}

type OptionProps = { option: RadioOption; look: "plain" | "cards"; name: string; checked: boolean; onPick: (value: string) => void };

function Option({ option, look, name, checked, onPick }: OptionProps) {
  const id = useId();
  const card = look === "cards";
  return (
    <label
      htmlFor={id}
      className={cn(
        "flex items-start gap-2.5 text-sm",
        card && "rounded-lg border border-border bg-surface p-3 shadow-xs transition-colors hover:border-border-strong has-checked:border-accent has-checked:bg-accent-subtle has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text",
      )}
    >
      {option.icon && card ? <span className="flex size-5 shrink-0 items-center justify-center [&_svg]:size-5">{option.icon}</span> : null}
      <span className="min-w-0 flex-1">
        <span className="font-medium text-text">{option.label}</span>
        {option.description ? <span className="block text-xs text-muted">{option.description}</span> : null}
      </span>
      <input
        type="radio"
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled ?? false}
        onChange={() => onPick(option.value)}
        className={cn(
          "m-0 mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface bg-[radial-gradient(circle,var(--color-on-accent)_3px,transparent_3.5px)] bg-size-[0] bg-center bg-no-repeat checked:border-accent checked:bg-accent checked:bg-size-[auto] disabled:opacity-50",
          !card && "order-first hit-area",
          card && "outline-none",
        )}
      />
    </label>
  );
}
