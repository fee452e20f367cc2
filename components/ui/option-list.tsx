"use client";

import { Command } from "cmdk";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { itemClass } from "./floating-class";

export type ComboboxOption = { value: string; label: string; description?: ReactNode; keywords?: string[]; disabled?: boolean };

export type OptionListProps = {
  label: string;
  options: readonly ComboboxOption[];
  isSelected: (value: string) => boolean;
  onPick: (value: string) => void;
  mark: ReactNode;
  searchPlaceholder?: string;
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => string;
  onSearch?: (text: string) => void;
  loading?: boolean;
};

/** The list inside Combobox and MultiSelect: typing narrows it, arrows move, Enter picks. */
export function OptionList({ label, options, isSelected, onPick, mark, searchPlaceholder, onCreate, createLabel, onSearch, loading = false }: OptionListProps) {
  const t = useTranslations("common");
  const [text, setText] = useState("");
  const typed = text.trim();
  const known = options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  return (
    <Command label={label} shouldFilter={!onSearch} className="flex flex-col">
      <Command.Input
        autoFocus
        value={text}
        onValueChange={(next) => {
          setText(next);
          onSearch?.(next);
        }}
        placeholder={searchPlaceholder ?? t("search")}
        className="h-9 w-full border-b border-border bg-transparent px-3 text-lg text-text outline-none sm:text-sm"
      />
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {onCreate && typed && !known ? null : <Command.Empty className="px-2 py-6 text-center text-sm text-muted">{loading ? t("loading") : t("nothingFound")}</Command.Empty>}
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label, ...(option.keywords ?? [])]}
            disabled={option.disabled ?? false}
            onSelect={() => onPick(option.value)}
            className={itemClass}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate">{option.label}</span>
              {option.description ? <span className="block truncate text-xs text-muted">{option.description}</span> : null}
            </span>
            {isSelected(option.value) ? mark : null}
          </Command.Item>
        ))}
        {onCreate && typed && !known ? (
          <Command.Item forceMount value={`create ${typed}`} onSelect={() => onCreate(typed)} className={itemClass}>
            <Plus aria-hidden />
            <span className="truncate">{createLabel?.(typed) ?? t("createNamed", { name: typed })}</span>
          </Command.Item>
        ) : null}
      </Command.List>
    </Command>
  );
}
