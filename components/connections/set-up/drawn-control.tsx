import { ArrowRight, Check, ChevronDown, CircleCheck, UserRound, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { DrawnField, GuideValue } from "../guides/guide";
import type { CarriedValues } from "./carried-values";

type Props = { field: DrawnField; values: CarriedValues; quiet: boolean };

const ring = "ring-2 ring-accent ring-offset-2 ring-offset-surface";

/** One control of a drawing. Those that the step is about have a ring, the others step back. */
export function DrawnControl({ field, values, quiet }: Props) {
  const focus = field.focus ?? false;
  if (field.kind === "button") return <Button label={field.label} primary={field.primary ?? false} focus={focus} />;
  if (field.kind === "mapping") return <Mapping {...field} quiet={quiet} />;
  if ("detail" in field) return <Row {...field} />;
  if ("on" in field) return <Choice {...field} focus={focus} quiet={quiet} />;
  if (!("value" in field)) return field.kind === "passed" ? <Passed label={field.label} /> : <p className="mt-1 w-full text-xs font-semibold text-text">{field.label}</p>;
  return (
    <div className="w-full min-w-0">
      <p className={cn("mb-1 text-2xs font-medium", quiet ? "text-muted" : "text-text")}>{field.label}</p>
      <Value value={field.value} values={values} select={field.kind === "select"} focus={focus} />
    </div>
  );
}

function Value({ value, values, select, focus }: { value: GuideValue; values: CarriedValues; select: boolean; focus: boolean }) {
  const ours = "from" in value;
  const carried = ours ? values[value.from] : null;
  const text = "fixed" in value ? value.fixed : carried === null ? "…" : "text" in carried && !isSecret(value) ? carried.text : `••••••••••••${"text" in carried ? carried.text.slice(-4) : carried.lastFour}`;
  return (
    <p
      className={cn(
        "flex min-h-7 items-center justify-between gap-2 rounded-sm border px-2 py-1 text-xs",
        focus ? "border-accent bg-accent-subtle text-accent-text" : "border-control bg-surface text-text",
        ours && "font-mono break-all",
      )}
    >
      {text}
      {select ? <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" /> : null}
    </p>
  );
}

/** A form hides what is typed there. */
function isSecret(value: GuideValue): boolean {
  return "from" in value && ["token", "client_secret", "password"].includes(value.from);
}

function Button({ label, primary, focus }: { label: string; primary: boolean; focus: boolean }) {
  return (
    <p className={cn("rounded-sm border px-2.5 py-1 text-xs font-medium", primary ? "border-text bg-text text-surface" : "border-border-strong text-text", focus && ring)}>
      {label}
    </p>
  );
}

function Passed({ label }: { label: string }) {
  return (
    <p className="flex w-full items-center gap-2 rounded-sm border border-success-border bg-success-subtle px-2 py-1.5 text-xs text-success-text">
      <CircleCheck aria-hidden className="size-3.5 shrink-0" />
      {label}
    </p>
  );
}

function Row({ kind, label, detail }: { kind: "person" | "group"; label: string; detail: string }) {
  const Icon = kind === "person" ? UserRound : UsersRound;
  return (
    <p className="flex w-full items-center gap-2 border-t border-border pt-2 text-xs text-muted">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="text-text">{label}</span>
      <span className="ml-auto">{detail}</span>
    </p>
  );
}

function Mapping({ source, target, changed = false, quiet }: { source: string; target: string; changed?: boolean; quiet: boolean }) {
  const t = useTranslations("connections.setup.steps");
  return (
    <p className={cn("flex w-full flex-wrap items-center gap-x-2 rounded-sm border px-2 py-1 font-mono text-2xs", changed ? "border-accent bg-accent-subtle text-accent-text" : "border-border text-muted", quiet && "bg-sunken")}>
      {source}
      <ArrowRight aria-hidden className="size-3 shrink-0" />
      {target}
      {changed ? <span className="font-sans font-medium">({t("changed")})</span> : null}
    </p>
  );
}

function Choice({ kind, label, on, focus, quiet }: { kind: "check" | "radio" | "toggle"; label: string; on: boolean; focus: boolean; quiet: boolean }) {
  const t = useTranslations("connections.setup.steps");
  return (
    <p className={cn("flex w-full items-center gap-2 text-xs", focus && "rounded-sm bg-accent-subtle px-1.5 py-1", focus ? "font-medium text-accent-text" : quiet || !on ? "text-muted" : "text-text")}>
      {kind === "toggle" ? <Toggle on={on} /> : <Box round={kind === "radio"} on={on} />}
      {label}
      <span className="sr-only">({on ? t("on") : t("off")})</span>
    </p>
  );
}

function Box({ round, on }: { round: boolean; on: boolean }) {
  return (
    <span
      aria-hidden
      className={cn("flex size-3.5 shrink-0 items-center justify-center border", round ? "rounded-full" : "rounded-xs", on ? "border-accent bg-accent text-on-accent" : "border-control bg-surface")}
    >
      {on ? round ? <span className="size-1.5 rounded-full bg-on-accent" /> : <Check className="size-2.5 stroke-4" /> : null}
    </span>
  );
}

function Toggle({ on }: { on: boolean }) {
  return (
    <span aria-hidden className={cn("flex h-3.5 w-6 shrink-0 items-center rounded-full p-0.5", on ? "justify-end bg-accent" : "bg-control")}>
      <span className="size-2.5 rounded-full bg-white" />
    </span>
  );
}
