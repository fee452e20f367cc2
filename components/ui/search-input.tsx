"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { Input } from "./input";

export type SearchInputProps = {
  /** What is searched: "Search members by name or e-mail". */
  label: string;
  placeholder?: string;
  /** The query parameter; a change also leaves `page`. */
  parameter?: string;
  /** Server components read the URL: then the navigation must reach the server. */
  shallow?: boolean;
  className?: string;
};

/** A search whose text is in the URL, a moment after the last key. */
export function SearchInput({ label, placeholder, parameter = "query", shallow = true, className }: SearchInputProps) {
  const t = useTranslations("common");
  const [state, setState] = useQueryStates(
    { [parameter]: parseAsString.withDefault(""), page: parseAsInteger },
    { shallow, history: "replace" },
  );
  const fromUrl = String(state[parameter] ?? "");
  const [text, setText] = useState(fromUrl);
  const [seen, setSeen] = useState(fromUrl);
  if (fromUrl !== seen) {
    setSeen(fromUrl);
    setText(fromUrl);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<Promise<unknown>>(undefined);
  useEffect(() => {
    if (text === fromUrl) return;
    timer.current = setTimeout(() => {
      const written = setState({ [parameter]: text || null, page: null });
      writing.current = written;
      void written.finally(() => writing.current === written && (writing.current = undefined));
    }, 250);
    return () => clearTimeout(timer.current);
  }, [text, fromUrl, parameter, setState]);
  useEffect(() => {
    const giveWay = (event: MouseEvent): void => letNavigationGoFirst(event, timer.current, writing.current);
    document.addEventListener("click", giveWay, true);
    return () => document.removeEventListener("click", giveWay, true);
  }, []);

  return (
    <div role="search" className={cn("w-full sm:w-72", className)}>
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        leading={<Search aria-hidden />}
        trailing={text ? <IconButton size="sm" tooltip={false} label={t("clearSearch")} icon={<X aria-hidden />} onClick={() => setText("")} /> : null}
        className="[&::-webkit-search-cancel-button]:hidden"
      />
    </div>
  );
}

/**
 * A change of the URL after a click would make Next drop the navigation that the click began: one that is to come gives way to it, and one that is under way is
 * waited for.
 */
function letNavigationGoFirst(event: MouseEvent, timer: ReturnType<typeof setTimeout> | undefined, writing: Promise<unknown> | undefined): void {
  const link = followedLink(event);
  if (!link) return;
  clearTimeout(timer);
  if (!writing) return;
  event.preventDefault();
  event.stopPropagation();
  void writing.finally(() => link.click());
}

/** The link by which this click leaves the page, rather than open it elsewhere. */
function followedLink(event: MouseEvent): HTMLAnchorElement | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  return plain && event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
}
