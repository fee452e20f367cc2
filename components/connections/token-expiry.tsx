"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { StartRotationBody } from "@/lib/contracts/connection";

const choices = ["never", "90", "180", "365", "date"] as const;
type Choice = (typeof choices)[number];

/** Asks when a token ends, by a period or by its last day. `onChange` gets what the API takes, or null while the day cannot be. */
export function TokenExpiry({ label, onChange }: { label: string; onChange: (end: StartRotationBody | null) => void }) {
  const t = useTranslations("connections.token");
  const [choice, setChoice] = useState<Choice>("never");
  const [date, setDate] = useState("");
  const [first, last] = [dayAhead(1), dayAhead(3649)];
  const possible = date >= first && date <= last;

  function choose(next: Choice) {
    setChoice(next);
    if (next === "date") pick(date || dayAhead(365));
    else onChange(next === "never" ? {} : { token_expires_in_days: Number(next) });
  }

  function pick(day: string) {
    setDate(day);
    onChange(day >= first && day <= last ? { token_expires_at: endOfDay(day) } : null);
  }

  return (
    <div className="grid max-w-md items-start gap-3 sm:grid-cols-2">
      <Field label={label} hint={t("expiryHint")} className={choice === "date" ? "" : "sm:col-span-2"}>
        <Select value={choice} onValueChange={(value) => choose(value as Choice)} options={choices.map((value) => ({ value, label: t(`expiries.${value}`) }))} />
      </Field>
      {choice === "date" ? (
        <Field label={t("expiryDate")} error={possible ? null : t("expiryDateWrong")} required>
          <Input type="date" value={date} min={first} max={last} onChange={(event) => pick(event.target.value)} />
        </Field>
      ) : null}
    </div>
  );
}

/** A day as the input writes it, by the admin's own calendar. */
function dayAhead(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The token still works on its last day. */
function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
