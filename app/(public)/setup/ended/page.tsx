import { getTranslations } from "next-intl/server";
import { SetupLinkGone } from "@/components/setup-links/setup-link-gone";

export async function generateMetadata() {
  return { title: (await getTranslations("setupLinks.gone"))("title") };
}

export default function SetupEndedPage() {
  return <SetupLinkGone />;
}
