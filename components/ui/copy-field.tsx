"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";
import { IconButton } from "./icon-button";

export type CopyFieldProps = {
  label: ReactNode;
  /** The label in plain words for the copy button: "Tenant URL". */
  name: string;
  value: string;
  hint?: ReactNode;
  /** Masked until asked for. */
  secret?: boolean;
  onCopied?: () => void;
  className?: string;
};

/** A value to carry elsewhere: monospace, selectable in one click, with a copy button that confirms. */
export function CopyField({ label, name, value, hint, secret = false, onCopied, className }: CopyFieldProps) {
  const t = useTranslations("common");
  const id = useId();
  const [shown, setShown] = useState(!secret);
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      <span id={id} className="text-sm font-medium text-text">
        {label}
      </span>
      <div className="flex min-w-0 items-center gap-1 rounded-md border border-border-strong bg-sunken py-1 pr-1 pl-2.5">
        <code aria-labelledby={id} className="min-w-0 flex-1 overflow-x-auto font-mono text-xs leading-5 whitespace-nowrap text-text select-all" tabIndex={0}>
          {shown ? value : "•".repeat(Math.min(32, value.length))}
        </code>
        {secret ? (
          <IconButton
            size="sm"
            label={shown ? t("hideValue", { name }) : t("showValue", { name })}
            icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            onClick={() => setShown(!shown)}
          />
        ) : null}
        <CopyButton value={value} label={t("copyNamed", { name })} {...(onCopied ? { onCopied } : {})} />
      </div>
      {hint ? <p className="text-xs text-muted">{hint}</p> : null}
    </div>
  );
}
