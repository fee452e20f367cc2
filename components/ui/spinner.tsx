import { LoaderCircle } from "lucide-react";

/** Only inside buttons; everything else that waits shows a skeleton or progress. */
export function Spinner() {
  return <LoaderCircle aria-hidden data-spinner className="animate-spin" />;
}
