// Compiled and never run: what a client may rely on.
import type { NewsArticle, Operations, StoryBlock } from "./api";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function text(block: StoryBlock): string {
  if (block.type === "paragraph") return block.html;
  if (block.type === "quote") return block.text;
  if (block.type === "image") return block.image?.renditions.body?.src ?? "";
  return "";
}

export function where(found: Operations["resolve"]["answer"]): string {
  return found.result === "redirect" ? found.location : found.result === "page" ? found.page.path : "";
}

export const kind: Equal<NewsArticle["kind"], "news"> = true;
export const path: Operations["list_news"]["path"] = "/api/v1/news";
// @ts-expect-error an unknown filter is refused
export const query: Operations["list_news"]["query"] = { colour: "red" };
