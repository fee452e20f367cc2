import { ArrowRight, Check, ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { DrawnField, Drawing, GuideValue } from "../guides/guide";

export type DrawnValues = { baseUrl: string; lastFour: string; idp: string };

/** Our own drawing of an IdP's form with the connection's values in their places. A picture: nothing in it can be operated. */
export function IdpDrawing({ drawing, values }: { drawing: Drawing; values: DrawnValues }) {
  const t = useTranslations("connections.setup.steps");
  return (
    <figure aria-label={t("drawing", { idp: values.idp, path: drawing.path.join(" → ") })} className="min-w-0 overflow-hidden rounded-lg border border-border bg-sunken shadow-xs">
      <figcaption className="flex flex-wrap items-center gap-x-1 gap-y-0.5 border-b border-border px-3 py-2 text-2xs text-muted">
        <span aria-hidden className="mr-1.5 flex gap-1">
          <span className="size-2 rounded-full bg-border-strong" />
          <span className="size-2 rounded-full bg-border-strong" />
          <span className="size-2 rounded-full bg-border-strong" />
        </span>
        {drawing.path.map((part, index) => (
          <span key={part} className="flex items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden className="size-3 text-faint" /> : null}
            <span className={cn(index === drawing.path.length - 1 && "font-medium text-text")}>{part}</span>
          </span>
        ))}
      </figcaption>
      <div className="bg-surface">
        {drawing.tabs ? <DrawnTabs tabs={drawing.tabs} current={drawing.tab} /> : null}
        <div className="flex flex-wrap gap-x-2 gap-y-2.5 p-3.5">
          {drawing.fields.map((field, index) => (
            <DrawnControl key={index} field={field} values={values} />
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

function DrawnControl({ field, values }: { field: DrawnField; values: DrawnValues }) {
  if (field.kind === "heading") return <p className="mt-1 w-full text-xs font-semibold text-text">{field.label}</p>;
  if (field.kind === "button") return <DrawnButton label={field.label} primary={field.primary ?? false} />;
  if (field.kind === "mapping") return <DrawnMapping {...field} />;
  if ("on" in field) return <DrawnChoice {...field} />;
  return (
    <div className="w-full">
      <p className="mb-1 text-2xs font-medium text-muted">{field.label}</p>
      <DrawnValue value={field.value} values={values} select={field.kind === "select"} />
    </div>
  );
}

function DrawnValue({ value, values, select }: { value: GuideValue; values: DrawnValues; select: boolean }) {
  const ours = "from" in value;
  const text = "fixed" in value ? value.fixed : value.from === "base_url" ? values.baseUrl : `••••••••••••${values.lastFour}`;
  return (
    <p
      className={cn(
        "flex min-h-7 items-center justify-between gap-2 rounded-sm border px-2 py-1 text-xs",
        ours ? "border-accent bg-accent-subtle font-mono break-all text-accent-text" : "border-control bg-surface text-text",
      )}
    >
      {text}
      {select ? <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" /> : null}
    </p>
  );
}

function DrawnButton({ label, primary }: { label: string; primary: boolean }) {
  return (
    <p className={cn("rounded-sm border px-2.5 py-1 text-xs font-medium", primary ? "border-text bg-text text-surface" : "border-border-strong text-text")}>
      {label}
    </p>
  );
}

function DrawnMapping({ source, target, changed = false }: { source: string; target: string; changed?: boolean }) {
  const t = useTranslations("connections.setup.steps");
  return (
    <p className={cn("flex w-full flex-wrap items-center gap-x-2 rounded-sm border px-2 py-1 font-mono text-2xs", changed ? "border-accent bg-accent-subtle text-accent-text" : "border-border text-muted")}>
      {source}
      <ArrowRight aria-hidden className="size-3 shrink-0" />
      {target}
      {changed ? <span className="font-sans font-medium">({t("changed")})</span> : null}
    </p>
  );
}

function DrawnChoice({ kind, label, on }: { kind: "check" | "radio" | "toggle"; label: string; on: boolean }) {
  const t = useTranslations("connections.setup.steps");
  return (
    <p className={cn("flex w-full items-center gap-2 text-xs", on ? "text-text" : "text-muted")}>
      {kind === "toggle" ? <DrawnToggle on={on} /> : <DrawnBox round={kind === "radio"} on={on} />}
      {label}
      <span className="sr-only">({on ? t("on") : t("off")})</span>
    </p>
  );
}

function DrawnBox({ round, on }: { round: boolean; on: boolean }) {
  return (
    <span
      aria-hidden
      className={cn("flex size-3.5 shrink-0 items-center justify-center border", round ? "rounded-full" : "rounded-xs", on ? "border-accent bg-accent text-on-accent" : "border-control bg-surface")}
    >
      {on ? round ? <span className="size-1.5 rounded-full bg-on-accent" /> : <Check className="size-2.5 stroke-4" /> : null}
    </span>
  );
}

function DrawnToggle({ on }: { on: boolean }) {
  return (
    <span aria-hidden className={cn("flex h-3.5 w-6 shrink-0 items-center rounded-full p-0.5", on ? "justify-end bg-accent" : "bg-control")}>
      <span className="size-2.5 rounded-full bg-white" />
    </span>
  );
}
