import { useTranslations } from "next-intl";

/** The first stop of the Tab key: past the navigation, into the page. */
export function SkipLink() {
  const t = useTranslations("common");
  return (
    <a
      href="#content"
      className="sr-only z-60 rounded-md bg-accent text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:px-3 focus:py-2"
    >
      {t("skipToContent")}
    </a>
  );
}
