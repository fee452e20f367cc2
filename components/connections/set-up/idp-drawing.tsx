import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Drawing } from "../guides/guide";
import type { CarriedValues } from "./carried-values";
import { DrawnControl } from "./drawn-control";

type Props = { drawing: Drawing; values: CarriedValues; idp: string };

/**
 * Our own drawing of an IdP's form with the connection's values in their places, and what the step is about in focus. A
 * picture: nothing in it can be operated.
 */
export function IdpDrawing({ drawing, values, idp }: Props) {
  const t = useTranslations("connections.setup.steps");
  const focused = drawing.fields.some((field) => field.focus);
  return (
    <figure aria-label={t("drawing", { idp, path: drawing.path.join(" → ") })} className="@container min-w-0 overflow-hidden rounded-lg border border-border-strong bg-sunken shadow-sm">
      <figcaption className="flex flex-wrap items-center gap-x-0.5 gap-y-0.5 border-b border-border px-3 py-2 text-2xs text-muted">
        <span aria-hidden className="mr-2 hidden gap-1 @sm:flex">
          <span className="size-2 rounded-full bg-border-strong" />
          <span className="size-2 rounded-full bg-border-strong" />
          <span className="size-2 rounded-full bg-border-strong" />
        </span>
        {drawing.path.map((part, index) => (
          <span key={part} className={cn("flex items-center gap-0.5", index === drawing.path.length - 1 && "font-medium text-text")}>
            {index > 0 ? <ChevronRight aria-hidden className="size-3 text-faint" /> : null}
            {part}
          </span>
        ))}
      </figcaption>
      <div className="bg-surface">
        {drawing.tabs ? <DrawnTabs tabs={drawing.tabs} current={drawing.tab} /> : null}
        {drawing.continued ? <FieldsAbove /> : null}
        <div className="flex flex-wrap items-center gap-x-2 gap-y-2.5 p-3.5">
          {drawing.fields.map((field, index) => (
            <DrawnControl key={index} field={field} values={values} quiet={focused && !field.focus} />
          ))}
        </div>
      </div>
    </figure>
  );
}

function DrawnTabs({ tabs, current }: { tabs: string[]; current: string | undefined }) {
  return (
    <p className="flex gap-4 overflow-hidden border-b border-border px-3.5 text-xs whitespace-nowrap">
      {tabs.map((tab) => (
        <span key={tab} className={cn("border-b-2 py-1.5", tab === current ? "border-accent font-medium text-text" : "border-transparent text-muted")}>
          {tab}
        </span>
      ))}
    </p>
  );
}

/** The fields of the step before, fading: this is further down on the same form. */
function FieldsAbove() {
  return (
    <div aria-hidden className="-mb-1 flex flex-col gap-1.5 px-3.5 pt-2 mask-t-from-0%">
      <span className="h-1.5 w-24 rounded-full bg-border" />
      <span className="h-6 rounded-sm border border-border-strong bg-sunken" />
    </div>
  );
}
