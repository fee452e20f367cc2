"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
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
  useEffect(() => {
    if (text === fromUrl) return;
    const timer = setTimeout(() => void setState({ [parameter]: text || null, page: null }), 250);
    // A change of the URL after the click would make Next drop the navigation that the click began.
    const giveWay = (event: MouseEvent): void => {
      if (followsLink(event)) clearTimeout(timer);
    };
    document.addEventListener("click", giveWay, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", giveWay, true);
    };
  }, [text, fromUrl, parameter, setState]);

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

/** Whether this click leaves the page by a link, rather than open it elsewhere. */
function followsLink(event: MouseEvent): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  return plain && event.target instanceof Element && event.target.closest("a[href]") !== null;
}
