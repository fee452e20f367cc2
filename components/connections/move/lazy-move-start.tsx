"use client";

import dynamic from "next/dynamic";

/** The form that begins a move, with its form library: a page that shows a move does not carry it. */
export const LazyMoveStart = dynamic(() => import("./move-start").then((module) => module.MoveStart));
