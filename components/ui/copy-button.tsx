"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { cn } from "./cn";
import { VisuallyHidden } from "./visually-hidden";

export type CopyButtonProps = Omit<ButtonProps, "value" | "onCopy"> & {
  value: string;
  /** What is copied, for assistive technology: "Copy base URL". */
  label: string;
  iconOnly?: boolean;
  onCopied?: () => void;
};

/** Copies, and says so in its own place for two seconds. */
export function CopyButton({ value, label, iconOnly = false, onCopied, className, size = "sm", ...rest }: CopyButtonProps) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    onCopied?.();
  }

  const Icon = copied ? Check : Copy;
  return (
    <Button size={size} aria-label={label} title={iconOnly ? label : undefined} onClick={() => void copy()} className={cn(iconOnly && "w-7 px-0", className)} {...rest}>
      <Icon aria-hidden className={cn(copied && "text-success-text")} />
      {iconOnly ? null : <span className="grid justify-items-start">
        <span className={cn("col-start-1 row-start-1", copied && "invisible")}>{t("copy")}</span>
        <span className={cn("col-start-1 row-start-1", !copied && "invisible")}>{t("copied")}</span>
      </span>}
      <VisuallyHidden>
        <span role="status">{copied ? t("copied") : ""}</span>
      </VisuallyHidden>
    </Button>
  );
}
