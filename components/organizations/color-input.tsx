"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";

export type ColorInputProps = { value: string; onValueChange: (value: string) => void; onBlur?: () => void };

/** A colour as text, with the browser's picker beside it. */
export function ColorInput({ value, onValueChange, onBlur }: ColorInputProps) {
  const t = useTranslations("settings.profile");
  const valid = /^#[0-9a-f]{6}$/i.test(value);
  return (
    <div className="flex items-center gap-2">
      <input
        type="color"
        aria-label={t("pickColor")}
        value={valid ? value : "#4f5bd5"}
        onChange={(event) => onValueChange(event.target.value)}
        className="size-8 shrink-0 cursor-pointer rounded-md border border-control bg-surface p-1 shadow-xs"
      />
      <Input value={value} onChange={(event) => onValueChange(event.target.value)} onBlur={onBlur} placeholder="#0f766e" spellCheck={false} className="max-w-36 font-mono sm:text-xs" />
    </div>
  );
}
