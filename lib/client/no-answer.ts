import { ApiError } from "./api-error";

let sentence = "";

/** Gives the sentence in the page's language: it has to be there when nothing more can be loaded. */
export function sayNoAnswer(text: string): void {
  sentence = text;
}

/** What a call throws that brought no answer. */
export function noAnswer(): ApiError {
  return new ApiError(0, "network", sentence);
}
