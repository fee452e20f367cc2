"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { findGuides } from "../guides/find-guides";
import type { Guide } from "../guides/guide";

export type GuideChoice = { guide: Guide; kinds: Guide[]; ways: Guide[]; chooseKind: (key: string) => void; chooseWay: (key: string) => void };

/** The guide that the address names (`?app=…&auth=…`), and what else there is to choose. */
export function useGuide(identityProvider: string): GuideChoice {
  const [{ app, auth }, setChosen] = useQueryStates({ app: parseAsString, auth: parseAsString });
  const guides = findGuides(identityProvider);
  const kinds = guides.filter((each, index) => guides.findIndex(({ key }) => key === each.key) === index);
  const kind = kinds.find(({ key }) => key === app) ?? guides[0];
  const ways = guides.filter(({ key }) => key === kind.key);
  const guide = ways.find(({ way }) => way.key === auth) ?? kind;
  return { guide, kinds, ways, chooseKind: (key) => void setChosen({ app: key, auth: null }), chooseWay: (key) => void setChosen({ auth: key }) };
}
