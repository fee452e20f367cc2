import { CircleDashed, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyField } from "@/components/ui/copy-field";
import type { GuideValue } from "../guides/guide";
import type { CarriedValues } from "./carried-values";

type Props = { label: string; value: GuideValue; values: CarriedValues; idp: string };

/** One value to carry over, named as the IdP names it: ours with a copy button, the IdP's own as what to choose there. */
export function GuideValueField({ label, value, values, idp }: Props) {
  const t = useTranslations("connections.setup.values");
  if ("fixed" in value) {
    return (
      <div className="flex flex-col justify-between gap-x-4 gap-y-0.5 text-sm sm:flex-row sm:items-baseline">
        <span className="font-medium text-text">{label}</span>
        <span className="sm:text-right">
          <span className="font-mono text-xs text-text">{value.fixed}</span>
          <span className="block text-xs text-muted">{t("fixed", { idp })}</span>
        </span>
      </div>
    );
  }
  const shown = values[value.from];
  if (shown && "text" in shown) return <CopyField label={label} name={label} value={shown.text} />;
  const Icon = shown ? KeyRound : CircleDashed;
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-text">{label}</span>
      <p className="flex items-center gap-2 rounded-md border border-dashed border-border-strong px-2.5 py-2 text-xs text-muted">
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {shown ? t("tokenHidden", { lastFour: shown.lastFour }) : t("madeBelow")}
      </p>
    </div>
  );
}
