"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";
import { useFieldAttributes } from "./field-context";
import { OptionList, type ComboboxOption } from "./option-list";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

export type ComboboxProps = {
  options: readonly ComboboxOption[];
  value: string | null;
  onValueChange: (value: string) => void;
  placeholder: string;
  searchPlaceholder?: string;
  /** Lets the person keep a text that is no option yet. */
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => string;
  /** For options that a server finds. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  "aria-label"?: string;
  disabled?: boolean;
  className?: string;
};

/** One of many, found by typing. */
export function Combobox({ options, value, onValueChange, placeholder, disabled = false, className, "aria-label": ariaLabel, onCreate, ...list }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const field = useFieldAttributes();
  const selected = options.find((option) => option.value === value);
  const finish = (act: () => void) => {
    act();
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        {...field}
        role="combobox"
        aria-expanded={open}
        aria-label={ariaLabel}
        disabled={disabled}
        className={cn(controlClass, "flex h-8 items-center justify-between gap-2 px-2.5 text-left", className)}
      >
        <span className={cn("truncate", !selected && !value && "text-faint")}>{selected?.label ?? value ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </PopoverTrigger>
      <PopoverContent className="w-(--radix-popover-trigger-width) min-w-64 p-0">
        <OptionList
          {...list}
          label={ariaLabel ?? placeholder}
          options={options}
          isSelected={(option) => option === value}
          onPick={(option) => finish(() => onValueChange(option))}
          {...(onCreate ? { onCreate: (text: string) => finish(() => onCreate(text)) } : {})}
          mark={<Check aria-hidden className="size-3.5 text-accent-text!" />}
        />
      </PopoverContent>
    </Popover>
  );
}
