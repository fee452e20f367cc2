"use client";

import dynamic from "next/dynamic";

const load = () => import("./option-list").then((module) => module.OptionList);

/** The searchable list, loaded when a Combobox or MultiSelect is first wanted. */
export const LazyOptionList = dynamic(load, { ssr: false, loading: () => <div className="h-28" /> });

/** Starts loading early: when the pointer or the focus comes near. */
export const preloadOptionList = (): void => void load();
