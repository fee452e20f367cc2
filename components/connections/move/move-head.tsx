import { useTranslations } from "next-intl";
import { BackToSettings } from "../back-to-settings";

/** What the page of a move that has not begun is about. */
export function MoveHead({ organization, connectionId, idp }: { organization: string; connectionId: string; idp: string }) {
  const t = useTranslations("move");
  return (
    <div className="flex flex-col gap-1.5 lg:col-span-2">
      <BackToSettings organization={organization} connectionId={connectionId} card="move">
        {t("back")}
      </BackToSettings>
      <h2 className="text-lg font-semibold text-text">{t("title")}</h2>
      <p className="max-w-prose text-sm text-muted">{t("description", { idp })}</p>
    </div>
  );
}
