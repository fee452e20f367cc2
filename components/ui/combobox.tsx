"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { useId, useState } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";
import { useFieldAttributes } from "./field-context";
import { LazyOptionList, preloadOptionList } from "./lazy-option-list";
import type { ComboboxOption } from "./option-list";
import { Popup } from "./popup";

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
  const popupId = useId();
  const field = useFieldAttributes();
  const selected = options.find((option) => option.value === value);
  const finish = (act: () => void) => {
    document.getElementById(popupId)?.hidePopover();
    act();
  };
  return (
    <>
      <button
        type="button"
        {...field}
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={popupId}
        aria-label={ariaLabel}
        popoverTarget={popupId}
        disabled={disabled}
        onPointerEnter={preloadOptionList}
        onFocus={preloadOptionList}
        className={cn(controlClass, "max-sm:text-base flex h-8 items-center justify-between gap-2 px-2.5 text-left", className)}
      >
        <span className={cn("truncate", !selected && !value && "text-faint")}>{selected?.label ?? value ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </button>
      <Popup id={popupId} open={open} onOpenChange={setOpen} matchWidth role="dialog" aria-label={ariaLabel ?? placeholder} className="w-64">
        <LazyOptionList
          {...list}
          label={ariaLabel ?? placeholder}
          options={options}
          isSelected={(option) => option === value}
          onPick={(option) => finish(() => onValueChange(option))}
          {...(onCreate ? { onCreate: (text: string) => finish(() => onCreate(text)) } : {})}
          mark={<Check aria-hidden className="size-3.5 text-accent-text!" />}
        />
      </Popup>
    </>
  );
}
