import type { ExternalToast } from "sonner";

type Kind = "success" | "error" | "info" | "warning" | "message";
type Host = () => void;
type Shared = { host?: Host; ready?: () => void; whenReady?: Promise<void> };

const shared = ((globalThis as { rollcallToasts?: Shared }).rollcallToasts ??= {});

/** Says what happened, at the edge of the window, in a full sentence. The library is loaded for the first one. */
export const toast = {
  success: (title: string, more?: ExternalToast) => void show("success", title, more),
  error: (title: string, more?: ExternalToast) => void show("error", title, more),
  info: (title: string, more?: ExternalToast) => void show("info", title, more),
  warning: (title: string, more?: ExternalToast) => void show("warning", title, more),
  message: (title: string, more?: ExternalToast) => void show("message", title, more),
};

/** The place where toasts appear says how it is woken. */
export function hostToasts(wake: Host): () => void {
  shared.host = wake;
  return () => delete shared.host;
}

/** The place where toasts appear is there. */
export function toastsAreReady(): void {
  shared.ready?.();
}

async function show(kind: Kind, title: string, more?: ExternalToast): Promise<void> {
  shared.whenReady ??= new Promise((resolve) => (shared.ready = resolve));
  shared.host?.();
  const { toast: sonner } = await import("sonner");
  await shared.whenReady;
  sonner[kind](title, more);
}
