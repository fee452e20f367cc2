"use client";

import { Check, ChevronsUpDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Badge } from "./badge";
import { cn } from "./cn";
import { controlClass } from "./control-class";
import { useFieldAttributes } from "./field-context";
import { LazyOptionList, preloadOptionList } from "./lazy-option-list";
import type { ComboboxOption } from "./option-list";
import { Popup } from "./popup";

export type MultiSelectProps = {
  options: readonly ComboboxOption[];
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  placeholder: string;
  searchPlaceholder?: string;
  onCreate?: (text: string) => void;
  onSearch?: (text: string) => void;
  loading?: boolean;
  "aria-label"?: string;
  disabled?: boolean;
  className?: string;
};

/** Several of many: chosen ones are chips with a cross, the rest is found by typing. */
export function MultiSelect({ options, value, onValueChange, placeholder, disabled = false, className, "aria-label": ariaLabel, ...list }: MultiSelectProps) {
  const t = useTranslations("common");
  const field = useFieldAttributes();
  const labelOf = (id: string) => options.find((option) => option.value === id)?.label ?? id;
  const toggle = (id: string) => onValueChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  const popupId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div ref={frame} className={cn(controlClass, "max-sm:text-base relative flex min-h-8 flex-wrap items-center gap-1 py-1 pr-8 pl-1.5 has-focus-visible:border-accent-text", className)}>
        {value.map((id) => (
          <Badge key={id} tone="accent" className="relative z-1 h-5.5 pr-0">
            <span className="truncate">{labelOf(id)}</span>
            <button
              type="button"
              disabled={disabled}
              aria-label={t("removeNamed", { name: labelOf(id) })}
              onClick={() => toggle(id)}
              className="flex size-5.5 items-center justify-center rounded-sm hover:bg-accent-border"
            >
              <X aria-hidden />
            </button>
          </Badge>
        ))}
        <button
          type="button"
          {...field}
          role="combobox"
          aria-label={ariaLabel}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={popupId}
          popoverTarget={popupId}
          onPointerEnter={preloadOptionList}
          onFocus={preloadOptionList}
          disabled={disabled}
          className={cn("min-h-6 flex-1 truncate rounded-sm px-1 text-left text-faint outline-offset-0 after:absolute after:inset-0", value.length > 0 && "min-w-8")}
        >
          {value.length === 0 ? placeholder : <span className="sr-only">{placeholder}</span>}
        </button>
        <ChevronsUpDown aria-hidden className="pointer-events-none absolute right-2.5 size-3.5 text-muted" />
      </div>
      <Popup id={popupId} anchor={frame} open={open} onOpenChange={setOpen} matchWidth role="dialog" aria-label={ariaLabel ?? placeholder} className="w-72">
        <LazyOptionList {...list} label={ariaLabel ?? placeholder} options={options} isSelected={(id) => value.includes(id)} onPick={toggle} mark={<Check aria-hidden className="size-3.5 text-accent-text!" />} />
      </Popup>
    </>
  );
}
