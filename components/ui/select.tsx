"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useContext, useId, useRef, useState } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";
import { FieldContext, useFieldAttributes } from "./field-context";
import { itemClass } from "./floating-class";
import { moveFocusByKey } from "./menu-keys";
import { closePopup, Popup } from "./popup";

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
export function Select({ options, value, onValueChange, placeholder, size = "md", disabled = false, name, className, id, ...aria }: SelectProps) {
  const field = useFieldAttributes({ id });
  const labelId = useContext(FieldContext)?.labelId;
  const popupId = useId();
  const [open, setOpen] = useState(false);
  const selected = options.find((option) => option.value === value);
  return (
    <>
      <button
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={popupId}
        popoverTarget={popupId}
        disabled={disabled}
        onKeyDown={openByArrow}
        {...field}
        {...aria}
        className={cn(controlClass, "max-sm:text-base inline-flex items-center justify-between gap-2 px-2.5 text-left", size === "sm" ? "h-7 sm:text-xs" : "h-8", className)}
      >
        <span className={cn("flex min-w-0 items-center gap-2 [&_svg]:size-4 [&_svg]:shrink-0", !selected && "text-faint")}>
          {selected?.icon}
          <span className="truncate">{selected?.label ?? placeholder}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </button>
      {name ? <input type="hidden" name={name} value={value ?? ""} /> : null}
      <Popup id={popupId} open={open} onOpenChange={setOpen} matchWidth role="listbox" {...(aria["aria-label"] ? aria : { "aria-labelledby": labelId })} className="flex-col open:flex">
        <OptionRows options={options} value={value} onPick={onValueChange} />
      </Popup>
    </>
  );
}

function openByArrow(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  event.currentTarget.click();
}

function OptionRows({ options, value, onPick }: { options: readonly SelectOption[]; value: string | undefined; onPick: (value: string) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>("[role=option]:not([aria-disabled=true])") ?? [])];
  const pick = (option: SelectOption, target: HTMLElement): void => {
    if (option.disabled) return;
    closePopup(target);
    if (option.value !== value) onPick(option.value);
  };
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === "Tab") return closePopup(list.current);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return (event.target as HTMLElement).click();
    }
    moveFocusByKey(event, items());
  }
  return (
    <div ref={list} role="presentation" onKeyDown={onKeyDown} className="min-h-0 overflow-y-auto p-1">
      {options.map((option) => (
        <div
          key={option.value}
          role="option"
          tabIndex={-1}
          aria-selected={option.value === value}
          aria-disabled={option.disabled || undefined}
          onClick={(event) => pick(option, event.currentTarget)}
          onPointerMove={(event) => (option.disabled ? undefined : event.currentTarget.focus({ preventScroll: true }))}
          className={cn(itemClass, "pr-8 focus:bg-pressed aria-disabled:pointer-events-none aria-disabled:opacity-50")}
        >
          {option.icon ? <span className="shrink-0 [&_svg]:size-4">{option.icon}</span> : null}
          <span className="min-w-0">
            <span className="block">{option.label}</span>
            {option.description ? <span className="block text-xs text-muted">{option.description}</span> : null}
          </span>
          {option.value === value ? <Check aria-hidden className="absolute right-2 size-3.5! text-accent-text!" /> : null}
        </div>
      ))}
    </div>
  );
}
