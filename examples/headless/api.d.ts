// Made from docs/openapi.json by `make api`; do not edit.

/** What our site says of a page that grew old. */
export type Ageing = {
  /** Our site says that this is an older article. */
  is_older: boolean;
  /** The page that tells how it went on. */
  follow_up: PageLink | null;
};

/** A language in which a page is live. */
export type Alternate = {
  language: string;
  path: string;
  url: string;
  id: number;
};

/** What one person wrote. */
export type Answer = {
  id: number;
  anchor: string;
  /** As the writer typed it; empty for a place whose comment is gone. */
  name: string;
  /** Plain text: lines and blank lines count, HTML does not. */
  text: string;
  language: string;
  /** An answer of the association: show `badge`, not only a colour. */
  is_staff: boolean;
  /** Removed; only the place above its answers is left. */
  is_gone: boolean;
  written_at: string;
  edited_at: string | null;
  /** Full address on our site that always leads to it. */
  permalink: string;
};

/** What is needed to apply for membership. */
export type ApplicationForm = {
  /** Plain text that must stand beside a box to tick; it is kept with the application. */
  consent: string;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Seconds that must pass between fetching the token and sending it. */
  wait?: number;
};

/** The application waits for its address to be confirmed. */
export type ApplicationReceived = {
  received: true;
};

/** Who writes: a person or an organisation. */
export type AuthorKind = "person" | "organisation";

/** What every page of a front end needs. */
export type Bootstrap = {
  /** The name of the site. */
  name: string;
  language: string;
  languages: Array<SiteLanguage>;
  menu: Menu;
  /** The pages that list news, events, publications, members, themes. */
  lists: Array<PageSummary>;
  /** Where our site takes a search (`?q=`). */
  search_path: string;
  themes: Array<ThemeLink>;
  publication_kinds: Array<KindLink>;
  provinces: Array<ProvinceName>;
  organisation: Person | null;
  contact: Mailbox | null;
  comments: CommentWords;
  /** What the parameter `images` takes. */
  picture_sizes: Array<PictureSize>;
};

/** A call with a button. */
export type CallToAction = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "call_to_action";
  /** `null` while its button leads nowhere: show nothing. */
  call: Invitation | null;
};

/** One page that changed; a page that is gone is known by its key, kind and path only. */
export type Change = {
  id: number;
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  path: string;
  language: string;
  change: "published" | "gone";
  at: string;
};

/** Changes, the oldest first. */
export type Changes = {
  items: Array<Change>;
  /** Ask again with this moment; `null` when nothing changed since the moment asked for. */
  next_since: string | null;
  /** Whether there is more already: at most 500 changes come at once. */
  more: boolean;
};

/** From when on. */
export type ChangesParams = {
  locale?: "nl" | "en";
  since: string;
};

/** One value to narrow a search down with, and how many pages it leaves. */
export type Choice = {
  /** What the parameter takes. */
  value: string;
  label: string;
  count: number;
};

/** The code that the admin gave in the address of the front end. */
export type Code = {
  code: string;
};

/** A column of a table. */
export type Column = {
  heading: string;
  type: "text" | "number";
};

/** What a form needs before it can be sent; for one visitor, never to be kept. */
export type CommentGuard = {
  /** Must be shown above the button, line by line. */
  notice: Array<string>;
  /** Send it back: which notice the visitor read. */
  notice_version: string;
  /** Send it back: however often a form comes, it counts once. */
  once: string;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Seconds that must pass between fetching the token and sending it. */
  wait?: number;
  /** An ALTCHA proof of work (version 2); without a solution comments are held. */
  challenge: Partial<Record<string, unknown>>;
};

/** The texts beside the forms for comments. */
export type CommentWords = {
  /** What a visitor is told, where no page or section has a rule of its own; each form brings the notice that counts there. */
  notice: Array<string>;
  /** Another wording has another version. */
  notice_version: string;
  /** HTML. */
  house_rules: string;
  /** Where they stand on our site. */
  house_rules_path: string;
  /** Dutch where nobody translated them; empty without rules. */
  house_rules_language: string;
  /** What stands beside an answer of the association. */
  badge: string;
};

/** Whom to write or to call. */
export type Contact = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "contact";
  contact: Mailbox | null;
};

/** One line of the table of contents. */
export type ContentsEntry = {
  text: string;
  level: number;
  anchor: string;
};

/** The approved comments on one page, fifty threads at a time. */
export type Discussion = {
  page_id: number;
  /** Of all comments that anybody may read. */
  count: number;
  page: number;
  pages: number;
  /** What stands beside an answer of the association. */
  badge: string;
  /** The comment that stands on top. */
  pinned: number | null;
  takes_comments: boolean;
  closes_on: string | null;
  threads: Array<Thread>;
};

/** A file with what a reader wants to know before the download. */
export type Document = {
  title: string;
  /** Full address of the file. */
  url: string;
  /** The ending of its name. */
  type: string;
  /** Bytes. */
  size: number | null;
  /** Number of pages, where known. */
  pages: number | null;
  /** A language code; empty when not known. */
  language: string;
  /** The date on the document itself. */
  date: string | null;
};

/** A file to download. */
export type DocumentCard = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "document_card";
  /** `null` when the file is gone or not for everybody. */
  document: Document | null;
};

/** A page as it may become; never to be kept or shown to search engines. */
export type Draft = {
  language: string;
  page: NewsArticle | Event | Publication | Member | Standard | Home | FormDetail;
};

/** An event with its text. */
export type Event = {
  id: number;
  kind: "event";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** `null` while the date is not known. */
  start: string | null;
  end: string | null;
  /** Without times: show the days only. */
  all_day: boolean;
  is_past: boolean;
  place_name: string;
  address: string;
  /** Where to join on line; empty when it is over or not on line. */
  online_url: string;
  /** Where to sign up; empty when it is over or not needed. */
  signup_url: string;
  /** Full address of the file for a reader's own calendar. */
  ics: string | null;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
  /** When it was first on line. */
  published_at: string | null;
  /** When it was last changed on line. */
  updated_at: string | null;
  seo: Seo;
  /** Every language in which the page is live, its own among them. */
  alternates: Array<Alternate>;
  body: Array<StoryBlock>;
  /** The headings of the text, for a table of contents. */
  contents: Array<ContentsEntry>;
  footnotes: Array<Footnote>;
  /** “More of our members”: those whose turn it is today; empty where the text shows members. */
  more_members: Array<MemberTeaser>;
};

/** An event on a card. */
export type EventItem = {
  id: number;
  kind: "event";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** `null` while the date is not known. */
  start: string | null;
  end: string | null;
  /** Without times: show the days only. */
  all_day: boolean;
  is_past: boolean;
  place_name: string;
  address: string;
  /** Where to join on line; empty when it is over or not on line. */
  online_url: string;
  /** Where to sign up; empty when it is over or not needed. */
  signup_url: string;
  /** Full address of the file for a reader's own calendar. */
  ics: string | null;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
};

/** One page of a list of `EventItem`. */
export type EventItemList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<EventItem>;
};

/** `EventItem` with only the fields that were asked for. */
export type EventItemPart = {
  id: number;
  kind: "event";
  title?: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path?: string;
  /** Its full address on our site. */
  url?: string;
  /** The language of its text. */
  language?: string;
  /** Where this API tells more about it. */
  detail?: string;
  /** One to three sentences, plain text. */
  lead?: string;
  image?: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing?: string;
  /** `null` while the date is not known. */
  start?: string | null;
  end?: string | null;
  /** Without times: show the days only. */
  all_day?: boolean;
  is_past?: boolean;
  place_name?: string;
  address?: string;
  /** Where to join on line; empty when it is over or not on line. */
  online_url?: string;
  /** Where to sign up; empty when it is over or not needed. */
  signup_url?: string;
  /** Full address of the file for a reader's own calendar. */
  ics?: string | null;
  themes?: Array<ThemeLink>;
  tags?: Array<TagLink>;
};

/** One page of a list of `EventItemPart`: when `fields` was given. */
export type EventItemPartList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<EventItemPart>;
};

/** An event in a short list. */
export type EventLink = {
  id: number;
  /** What the page is, and so which schema its detail has. */
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** `null` while the date is not known. */
  start: string | null;
  end: string | null;
  place_name: string;
  is_past: boolean;
};

/** How the calendar may be narrowed down and sorted. */
export type EventParams = {
  locale?: "nl" | "en";
  images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">;
  page?: number;
  per_page?: number;
  changed_since?: string | null;
  theme?: string | null;
  tag?: string | null;
  year?: number | null;
  date_from?: string | null;
  date_until?: string | null;
  when?: "upcoming" | "past" | "all";
  sort?: "start" | "-start" | "-changed" | "title";
  fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "start" | "end" | "all_day" | "is_past" | "place_name" | "address" | "online_url" | "signup_url" | "ics" | "themes" | "tags">;
};

/** Events that staff chose, by date. */
export type Events = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "events";
  events: Array<EventLink>;
};

/** What a search can be narrowed down by, each under the name of its parameter; values without pages are absent. */
export type Facets = {
  kind: Array<Choice>;
  theme: Array<Choice>;
  year: Array<Choice>;
  province: Array<Choice>;
  /** In how many languages there is something to be found. */
  locale: Array<Choice>;
};

/** A member on the map. */
export type Feature = {
  type: "Feature";
  id: number;
  geometry: Point;
  properties: Properties;
};

/** What is wrong with one parameter or field. */
export type FieldProblem = {
  /** The name of the parameter or field. */
  field: string;
  /** What is wrong, for people. */
  message: string;
};

/** What a visitor can fill in on a form. A browser fills in name, e-mail and telephone. */
export type FieldType = "singleline" | "multiline" | "name" | "email" | "telephone" | "checkbox" | "dropdown" | "radio";

/** What matters in the picture: 0 is left or top, 1 is right or bottom. */
export type FocalPoint = {
  x: number;
  y: number;
};

/** Links of the footer under a heading. */
export type FooterColumn = {
  heading: string;
  links: Array<Link>;
};

/** A note, and the marks in the text that refer to it. */
export type Footnote = {
  number: number;
  /** Where the marks link to. */
  anchor: string;
  html: string;
  /** The ids of its marks in the text. */
  references: Array<string>;
};

/** A form within the text. */
export type Form = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "form";
  /** The form; its `detail` tells the fields. `null` while it is closed. */
  page: PageLink | null;
};

/** What a visitor filled in. */
export type FormAnswers = {
  /** By the names of the questions; a tick box is true or false. */
  answers: Partial<Record<string, string | boolean>>;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Show a field of this name that people do not see, and send what was filled in: only robots do. */
  website?: string;
};

/** A form with its text and its questions. */
export type FormDetail = {
  id: number;
  kind: "form";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** When it was first on line. */
  published_at: string | null;
  /** When it was last changed on line. */
  updated_at: string | null;
  seo: Seo;
  /** Every language in which the page is live, its own among them. */
  alternates: Array<Alternate>;
  body: Array<StoryBlock>;
  /** The headings of the text, for a table of contents. */
  contents: Array<ContentsEntry>;
  footnotes: Array<Footnote>;
  questions: Array<FormField>;
  /** Plain text that must stand above the button; it is kept with each answer. */
  notice: string;
  /** What the editor wrote of it, as HTML; may be empty. */
  notice_html: string;
  /** How long an answer is kept, in a sentence. */
  period: string;
  /** Visitors may also mail. */
  contact: Mailbox | null;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Seconds that must pass between fetching the token and sending it. */
  wait?: number;
};

/** One question of a form. */
export type FormField = {
  /** Under this name the answer is sent. */
  name: string;
  label: string;
  /** `name`, `email` and `telephone` can be filled in by a browser. */
  type: FieldType;
  required: boolean;
  help: string;
  /** The answers to choose from; empty for other kinds. */
  choices: Array<string>;
  max_length: number | null;
};

/** A form on a card. */
export type FormItem = {
  id: number;
  kind: "form";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
};

/** One page of a list of `FormItem`. */
export type FormItemList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<FormItem>;
};

/** `FormItem` with only the fields that were asked for. */
export type FormItemPart = {
  id: number;
  kind: "form";
  title?: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path?: string;
  /** Its full address on our site. */
  url?: string;
  /** The language of its text. */
  language?: string;
  /** Where this API tells more about it. */
  detail?: string;
  /** One to three sentences, plain text. */
  lead?: string;
  image?: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing?: string;
};

/** One page of a list of `FormItemPart`: when `fields` was given. */
export type FormItemPartList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<FormItemPart>;
};

/** How the list of forms may be narrowed down and sorted. */
export type FormParams = {
  locale?: "nl" | "en";
  images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">;
  page?: number;
  per_page?: number;
  changed_since?: string | null;
  sort?: "title" | "-title" | "-changed";
  fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing">;
};

/** The answers arrived. */
export type FormReceived = {
  received: true;
  /** HTML: what the visitor may read now. */
  thank_you: string;
};

/** A heading between texts. */
export type Heading = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "heading";
  text: string;
  /** The id that the heading must have; the table of contents links to it. */
  anchor: string;
};

/** A page that was found. */
export type Hit = {
  id: number;
  /** What the page is, and so which schema its detail has. */
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** HTML without any element but `<mark>`: where the words stand in the text. */
  passage: string;
  /** The passage stands in a file that the page offers. */
  in_document: boolean;
  /** The editors put this page first for these words. */
  recommended: boolean;
  /** The date of the page, for kinds that have one. */
  date: string | null;
  /** Of a member that does not work in the whole country. */
  province: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null;
};

/** One page of a list of `Hit`. */
export type HitList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  /** What was looked for: without control characters, and not too long. */
  query: string;
  /** The query with its typing mistakes mended; empty without mistakes. */
  did_you_mean: string;
  /** Words of the query that no page has. */
  unknown: Array<string>;
  /** No page has all words that some page has: these pages have some of them. */
  partial: boolean;
  /** Other sites that the editors recommend for these words. */
  links: Array<PickedLink>;
  facets: Facets;
  items: Array<Hit>;
};

/** `Hit` with only the fields that were asked for. */
export type HitPart = {
  id: number;
  /** What the page is, and so which schema its detail has. */
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  title?: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path?: string;
  /** Its full address on our site. */
  url?: string;
  /** The language of its text. */
  language?: string;
  /** Where this API tells more about it. */
  detail?: string;
  /** HTML without any element but `<mark>`: where the words stand in the text. */
  passage?: string;
  /** The passage stands in a file that the page offers. */
  in_document?: boolean;
  /** The editors put this page first for these words. */
  recommended?: boolean;
  /** The date of the page, for kinds that have one. */
  date?: string | null;
  /** Of a member that does not work in the whole country. */
  province?: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null;
};

/** One page of a list of `HitPart`: when `fields` was given. */
export type HitPartList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  /** What was looked for: without control characters, and not too long. */
  query: string;
  /** The query with its typing mistakes mended; empty without mistakes. */
  did_you_mean: string;
  /** Words of the query that no page has. */
  unknown: Array<string>;
  /** No page has all words that some page has: these pages have some of them. */
  partial: boolean;
  /** Other sites that the editors recommend for these words. */
  links: Array<PickedLink>;
  facets: Facets;
  items: Array<HitPart>;
};

/** The front page: one opening, then news, events, members and publications. */
export type Home = {
  id: number;
  kind: "home";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** When it was first on line. */
  published_at: string | null;
  /** When it was last changed on line. */
  updated_at: string | null;
  seo: Seo;
  /** Every language in which the page is live, its own among them. */
  alternates: Array<Alternate>;
  body: Array<StoryBlock>;
  /** The headings of the text, for a table of contents. */
  contents: Array<ContentsEntry>;
  footnotes: Array<Footnote>;
  /** The story at the top. */
  opening: NewsItem | null;
  news: Array<NewsItem>;
  events: Array<EventItem>;
  /** Those whom staff chose, or whose turn it is today. */
  members: Array<MemberTeaser>;
  publications: Array<PublicationItem>;
  call_to_action: Invitation | null;
};

/** The seven colours of the house style; the values are the names of the CSS tokens. */
export type Hue = "brick" | "ochre" | "green" | "teal" | "sky" | "violet" | "rose";

/** A picture where it is used: the alternative text belongs to this place. */
export type Image = {
  /** What is to be seen; empty when decorative. */
  alt: string;
  /** Whether the picture tells nothing that the text does not tell. */
  decorative: boolean;
  caption: string;
  /** Who made it. */
  credit: string;
  focal_point: FocalPoint | null;
  /** The sizes asked for, by name. */
  renditions: Partial<Record<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social", Rendition>>;
};

/** A picture beside a text. */
export type ImageText = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "image_text";
  image: Image | null;
  heading: string;
  html: string;
  side: "left" | "right";
};

/** A call to action: one button. */
export type Invitation = {
  title: string;
  /** HTML. */
  text: string;
  /** The text on the button. */
  button: string;
  /** Where the button leads: a path of ours or a full address. */
  href: string;
  language: string;
};

/** A number with where it comes from and of when it is. */
export type KeyFigure = {
  value: string;
  label: string;
  source: string;
  source_url: string;
  date: string;
};

/** Some numbers. */
export type KeyFigures = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "key_figures";
  figures: Array<KeyFigure>;
};

/** What a publication is: a report, a manifesto … */
export type KindLink = {
  slug: string;
  name: string;
  plural: string;
  language: string;
};

/** A link of the menu or the footer. */
export type Link = {
  label: string;
  /** A path of ours, or a full address elsewhere. */
  href: string;
};

/** A role that answers, with its shared mailbox. */
export type Mailbox = {
  name: string;
  /** HTML: what one can ask there. */
  text: string;
  email: string;
  phone: string;
  language: string;
};

/** A GeoJSON feature collection (RFC 7946). */
export type Map = {
  type: "FeatureCollection";
  features: Array<Feature>;
};

/** How the map may be narrowed down. */
export type MapParams = {
  locale?: "nl" | "en";
  theme?: string | null;
  province?: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null;
};

/** A member with its story. */
export type Member = {
  id: number;
  kind: "member";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** One or two whole sentences for a card. */
  summary: string;
  place: PlaceLink | null;
  neighbourhood: string;
  /** Works in the whole country, and is found in every province. */
  nationwide: boolean;
  /** A year. */
  founded: number | null;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
  /** When it was first on line. */
  published_at: string | null;
  /** When it was last changed on line. */
  updated_at: string | null;
  seo: Seo;
  /** Every language in which the page is live, its own among them. */
  alternates: Array<Alternate>;
  body: Array<StoryBlock>;
  /** The headings of the text, for a table of contents. */
  contents: Array<ContentsEntry>;
  footnotes: Array<Footnote>;
  contact: MemberContact;
  photos: Array<Image>;
  /** Other members nearby whose turn it is today. */
  neighbours: Array<MemberTeaser>;
};

/** What the group made public; the rest is empty. */
export type MemberContact = {
  contact_name: string;
  phone: string;
  opening_hours: string;
  website: string;
  /** Whether visitors can write to the group; its address is not told. See `read_message_form`. */
  takes_messages: boolean;
};

/** A member on a card. */
export type MemberItem = {
  id: number;
  kind: "member";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** One or two whole sentences for a card. */
  summary: string;
  place: PlaceLink | null;
  neighbourhood: string;
  /** Works in the whole country, and is found in every province. */
  nationwide: boolean;
  /** A year. */
  founded: number | null;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
};

/** One page of a list of `MemberItem`. */
export type MemberItemList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<MemberItem>;
};

/** `MemberItem` with only the fields that were asked for. */
export type MemberItemPart = {
  id: number;
  kind: "member";
  title?: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path?: string;
  /** Its full address on our site. */
  url?: string;
  /** The language of its text. */
  language?: string;
  /** Where this API tells more about it. */
  detail?: string;
  /** One to three sentences, plain text. */
  lead?: string;
  image?: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing?: string;
  /** One or two whole sentences for a card. */
  summary?: string;
  place?: PlaceLink | null;
  neighbourhood?: string;
  /** Works in the whole country, and is found in every province. */
  nationwide?: boolean;
  /** A year. */
  founded?: number | null;
  themes?: Array<ThemeLink>;
  tags?: Array<TagLink>;
};

/** One page of a list of `MemberItemPart`: when `fields` was given. */
export type MemberItemPartList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<MemberItemPart>;
};

/** How the list of members may be narrowed down and sorted. */
export type MemberParams = {
  locale?: "nl" | "en";
  images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">;
  page?: number;
  per_page?: number;
  changed_since?: string | null;
  theme?: string | null;
  tag?: string | null;
  province?: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null;
  place?: string | null;
  municipality?: string | null;
  sort?: "title" | "-title" | "-changed";
  fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "summary" | "place" | "neighbourhood" | "nationwide" | "founded" | "themes" | "tags">;
};

/** A member on a card. */
export type MemberTeaser = {
  id: number;
  /** What the page is, and so which schema its detail has. */
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** One or two whole sentences. */
  summary: string;
  place: string;
  province: string;
};

/** Some members on cards. */
export type MemberTeasers = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "member_teasers";
  /** Empty for “More of our members”. */
  heading: string;
  /** Those whose turn it is today. */
  members: Array<MemberTeaser>;
};

/** The menu and the footer. */
export type Menu = {
  header: Array<Link>;
  footer: Array<FooterColumn>;
  /** HTML. */
  colophon: string;
  /** Dutch where nobody translated the menu. */
  language: string;
};

/** What a visitor writes to a member. */
export type Message = {
  name: string;
  /** The member answers there. */
  email: string;
  message: string;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Show a field of this name that people do not see, and send what was filled in: only robots do. */
  website?: string;
};

/** What is needed to send a message to a member. */
export type MessageForm = {
  /** Plain text that must stand above the button. */
  notice: string;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Seconds that must pass between fetching the token and sending it. */
  wait?: number;
};

/** The message is on its way. */
export type MessageReceived = {
  received: true;
};

/** A group that wants to become a member. */
export type NewApplication = {
  organisation: string;
  /** The town or village. */
  place_name: string;
  contact_name: string;
  /** Gets a mail with a link and a button; until then nobody sees the application. */
  email: string;
  /** Slugs of `GET /themes` in Dutch. */
  themes?: Array<string>;
  about: string;
  /** Whether the box was ticked. */
  consent: boolean;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Show a field of this name that people do not see, and send what was filled in: only robots do. */
  website?: string;
};

/** What a visitor wrote. */
export type NewComment = {
  name: string;
  text: string;
  /** Only for the mails that the visitor chooses; never shown. */
  email?: string;
  wants_decision?: boolean;
  wants_replies?: boolean;
  /** The comment that this answers. */
  answers?: number | null;
  notice_version: string;
  once: string;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Show a field of this name that people do not see, and send what was filled in: only robots do. */
  website?: string;
  /** The solution of the challenge, as ALTCHA encodes it. */
  proof?: string;
};

/** What a reader objects to. */
export type NewReport = {
  reason: ReportReason;
  explanation?: string;
  /** If the reader wants to hear what we decide. */
  email?: string;
  once: string;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Show a field of this name that people do not see, and send what was filled in: only robots do. */
  website?: string;
};

/** A news article with its text. */
export type NewsArticle = {
  id: number;
  kind: "news";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  date: string;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
  /** When it was first on line. */
  published_at: string | null;
  /** When it was last changed on line. */
  updated_at: string | null;
  seo: Seo;
  /** Every language in which the page is live, its own among them. */
  alternates: Array<Alternate>;
  body: Array<StoryBlock>;
  /** The headings of the text, for a table of contents. */
  contents: Array<ContentsEntry>;
  footnotes: Array<Footnote>;
  /** “More of our members”: those whose turn it is today; empty where the text shows members. */
  more_members: Array<MemberTeaser>;
  /** Our own organisation where the article names nobody. */
  author: Person | null;
  /** Where it was published before, if that was elsewhere. */
  source: Source | null;
  ageing: Ageing;
  /** “Read also”. */
  related: Array<PageLink>;
};

/** A news article on a card. */
export type NewsItem = {
  id: number;
  kind: "news";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  date: string;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
};

/** One page of a list of `NewsItem`. */
export type NewsItemList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<NewsItem>;
};

/** `NewsItem` with only the fields that were asked for. */
export type NewsItemPart = {
  id: number;
  kind: "news";
  title?: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path?: string;
  /** Its full address on our site. */
  url?: string;
  /** The language of its text. */
  language?: string;
  /** Where this API tells more about it. */
  detail?: string;
  /** One to three sentences, plain text. */
  lead?: string;
  image?: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing?: string;
  date?: string;
  themes?: Array<ThemeLink>;
  tags?: Array<TagLink>;
};

/** One page of a list of `NewsItemPart`: when `fields` was given. */
export type NewsItemPartList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<NewsItemPart>;
};

/** How the list of news may be narrowed down and sorted. */
export type NewsParams = {
  locale?: "nl" | "en";
  images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">;
  page?: number;
  per_page?: number;
  changed_since?: string | null;
  theme?: string | null;
  tag?: string | null;
  year?: number | null;
  date_from?: string | null;
  date_until?: string | null;
  sort?: "-date" | "date" | "-changed" | "title";
  fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "date" | "themes" | "tags">;
};

/** Sections that count themselves: show their numbers. */
export type NumberedSections = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "numbered_sections";
  sections: Array<Section>;
};

/** One organisation of a list. */
export type Organisation = {
  name: string;
  place: string;
  html: string;
  /** Its profile, for a member that visitors can read about. */
  profile: PageLink | null;
};

/** Organisations with their places. */
export type OrganisationList = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "organisation_list";
  organisations: Array<Organisation>;
};

/** One of our pages, as another page names it. */
export type PageLink = {
  id: number;
  /** What the page is, and so which schema its detail has. */
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
};

/** What a card shows of a page. */
export type PageSummary = {
  id: number;
  /** What the page is, and so which schema its detail has. */
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
};

/** Running text. */
export type Paragraph = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "paragraph";
  /** Paragraphs and lists; marks of footnotes link to `#footnote-1`. */
  html: string;
};

/** What every endpoint takes: the language. */
export type Params = {
  locale?: "nl" | "en";
};

/** Another organisation and what it did for a publication. */
export type PartnerLink = {
  name: string;
  /** `initiator`, `co_publisher` or `partner`. */
  role: string;
  description: string;
  url: string;
  logo: Image | null;
};

/** An author: a person or an organisation. */
export type Person = {
  name: string;
  kind: AuthorKind;
  role: string;
  /** HTML. */
  bio: string;
  url: string;
  image: Image | null;
  language: string;
};

/** A link to another site that the editors put first for these words. */
export type PickedLink = {
  title: string;
  href: string;
  description: string;
};

/** A picture with its caption. */
export type Picture = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "image";
  image: Image | null;
};

/** For what has pictures: in which of the named sizes. */
export type PictureParams = {
  locale?: "nl" | "en";
  images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">;
};

/** A named size: its widths and shape are decided by us. */
export type PictureSize = {
  name: string;
  /** How many widths there are to choose from. */
  widths: number;
};

/** One of the pillars. */
export type Pillar = {
  heading: string;
  /** Plain text of each point. */
  points: Array<string>;
};

/** Points side by side under a heading each, numbered. */
export type Pillars = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "pillars";
  heading: string;
  /** Of the heading; empty without one. */
  anchor: string;
  pillars: Array<Pillar>;
};

/** A Dutch place; never a street. */
export type PlaceLink = {
  slug: string;
  name: string;
  municipality: string;
  province: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg";
  /** Of the place, in degrees (WGS 84). */
  latitude: number;
  longitude: number;
};

/** Where a member is: the middle of its place. */
export type Point = {
  type: "Point";
  /** Longitude and latitude, in degrees (WGS 84). */
  coordinates: [number, number];
};

/** A list. */
export type Points = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "list";
  style: "bullets" | "numbers";
  /** HTML of each point. */
  items: Array<string>;
};

/** An error, as RFC 9457 describes it. */
export type Problem = {
  /** Always `about:blank`: the status tells the kind. */
  type: string;
  /** The kind of error, for people, in the language asked for. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** More about this error, for people; may be empty. */
  detail: string;
  /** What is wrong with which parameter or field. */
  errors: Array<FieldProblem>;
};

/** What a map shows of a member. */
export type Properties = {
  title: string;
  place: string;
  province: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg";
  summary: string;
  path: string;
  url: string;
  /** Slugs. */
  themes: Array<string>;
};

/** A province. */
export type ProvinceName = {
  slug: string;
  name: string;
};

/** A publication with its text and its files. */
export type Publication = {
  id: number;
  kind: "publication";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  date: string;
  subtitle: string;
  publication_kind: KindLink | null;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
  /** When it was first on line. */
  published_at: string | null;
  /** When it was last changed on line. */
  updated_at: string | null;
  seo: Seo;
  /** Every language in which the page is live, its own among them. */
  alternates: Array<Alternate>;
  body: Array<StoryBlock>;
  /** The headings of the text, for a table of contents. */
  contents: Array<ContentsEntry>;
  footnotes: Array<Footnote>;
  /** “More of our members”: those whose turn it is today; empty where the text shows members. */
  more_members: Array<MemberTeaser>;
  files: Array<Document>;
  /** Our own organisation where the publication names nobody. */
  authors: Array<Person>;
  partners: Array<PartnerLink>;
  series: Series | null;
  /** Where it was published before, if that was elsewhere. */
  source: Source | null;
  ageing: Ageing;
  /** “Read also”. */
  related: Array<PageLink>;
};

/** A publication on a card. */
export type PublicationCard = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "publication_card";
  /** `null` while visitors cannot read it. */
  page: PublicationSummary | null;
};

/** A publication on a card. */
export type PublicationItem = {
  id: number;
  kind: "publication";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  date: string;
  subtitle: string;
  publication_kind: KindLink | null;
  themes: Array<ThemeLink>;
  tags: Array<TagLink>;
};

/** One page of a list of `PublicationItem`. */
export type PublicationItemList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<PublicationItem>;
};

/** `PublicationItem` with only the fields that were asked for. */
export type PublicationItemPart = {
  id: number;
  kind: "publication";
  title?: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path?: string;
  /** Its full address on our site. */
  url?: string;
  /** The language of its text. */
  language?: string;
  /** Where this API tells more about it. */
  detail?: string;
  /** One to three sentences, plain text. */
  lead?: string;
  image?: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing?: string;
  date?: string;
  subtitle?: string;
  publication_kind?: KindLink | null;
  themes?: Array<ThemeLink>;
  tags?: Array<TagLink>;
};

/** One page of a list of `PublicationItemPart`: when `fields` was given. */
export type PublicationItemPartList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<PublicationItemPart>;
};

/** How the list of publications may be narrowed down and sorted. */
export type PublicationParams = {
  locale?: "nl" | "en";
  images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">;
  page?: number;
  per_page?: number;
  changed_since?: string | null;
  theme?: string | null;
  tag?: string | null;
  year?: number | null;
  date_from?: string | null;
  date_until?: string | null;
  publication_kind?: string | null;
  sort?: "-date" | "date" | "-changed" | "title";
  fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "date" | "subtitle" | "publication_kind" | "themes" | "tags">;
};

/** A publication on a card. */
export type PublicationSummary = {
  id: number;
  /** What the page is, and so which schema its detail has. */
  kind: "home" | "page" | "form" | "news" | "event" | "publication" | "member" | "theme_index" | "news_index" | "event_index" | "publication_index" | "member_index";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  subtitle: string;
  date: string;
  /** Its kind in words, such as “Verslag”; may be empty. */
  publication_kind: string;
};

/** A sentence set large. */
export type PullQuote = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "pull_quote";
  text: string;
  attribution: string;
  /** The words stand in the text too: hide this from assistive technology. */
  repeats_text: boolean;
};

/** Words of somebody, with who said them. */
export type Quote = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "quote";
  text: string;
  attribution: string;
  /** Full address of where it stands; may be empty. */
  source: string;
};

/** A token that reads one version of one page, and nothing else. */
export type ReadToken = {
  /** Send it as `Authorization: Bearer …`. */
  token: string;
  expires_at: string;
  language: string;
};

/** The report arrived. */
export type Receipt = {
  received: true;
  /** Proves that this report was made; keep it secret. */
  receipt_token: string;
};

/** A page to read as well. */
export type RelatedArticle = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "related_article";
  /** `null` while visitors cannot read it: show nothing. */
  page: PageLink | null;
  date: string | null;
  /** What stands in front of it; empty for “Read also”. */
  intro: string;
};

/** A picture in one named size, in a few widths to choose from. */
export type Rendition = {
  /** Full address of the largest width. */
  src: string;
  /** All widths, for the attribute `srcset`. */
  srcset: string;
  /** How wide it stands on our own site, for the attribute `sizes`. */
  sizes: string;
  /** Pixels, of `src`. */
  width: number;
  /** Pixels, of `src`. */
  height: number;
};

/** What the form to object to a comment needs. */
export type ReportGuard = {
  /** What `reason` takes, with its words. */
  reasons: Partial<Record<string, string>>;
  once: string;
  /** The token that came with the form; good for a day. */
  token: string;
  /** Seconds that must pass between fetching the token and sending it. */
  wait?: number;
};

/** What a reader may object to. */
export type ReportReason = "insult" | "private" | "advert" | "untrue" | "unlawful" | "other";

/** The address to look up. */
export type ResolveParams = {
  locale?: "nl" | "en";
  path: string;
};

export type Resolved = ResolvedPage | ResolvedRedirect | ResolvedGone | ResolvedNothing;

/** There was a page, and it is not on line any more. */
export type ResolvedGone = {
  result: "gone";
};

/** There is nothing and never was, as far as visitors know. */
export type ResolvedNothing = {
  result: "not_found";
};

/** The address is that of a page. */
export type ResolvedPage = {
  result: "page";
  language: string;
  page: PageSummary;
  /** The theme, when the address is that of its landing page. */
  theme: ThemeLink | null;
  /** Full address in this API of everything about it. */
  detail: string;
  canonical: string;
  seo: Seo;
  alternates: Array<Alternate>;
  breadcrumb: Array<Step>;
};

/** The address is an old one. */
export type ResolvedRedirect = {
  result: "redirect";
  status: 301 | 302;
  /** A path of ours, or a full address elsewhere. */
  location: string;
};

/** A text that stands on several pages. */
export type ReusableText = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "reusable_text";
  html: string;
  /** The language of the text; empty when it is gone. */
  language: string;
};

/** What to look for, and among what. */
export type SearchParams = {
  locale?: "nl" | "en";
  q: string;
  kind?: "news" | "event" | "publication" | "member" | "other" | null;
  theme?: string | null;
  year?: number | null;
  province?: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null;
  page?: number;
  per_page?: number;
  fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "passage" | "in_document" | "recommended" | "date" | "province">;
};

/** A token that was given to one person. */
export type SecretToken = {
  token: string;
};

/** One of the numbered sections. */
export type Section = {
  heading: string;
  anchor: string;
  html: string;
};

/** What stands in the head of the page on our site. */
export type Seo = {
  title: string;
  description: string;
  /** The first place of this text; another site for what was published before. */
  canonical: string;
  /** Whether search engines are asked to leave this out. */
  noindex: boolean;
};

/** Documents around one process, and the others of the same language. */
export type Series = {
  name: string;
  description: string;
  others: Array<PageLink>;
};

/** A language in which the site has a home page. */
export type SiteLanguage = {
  code: string;
  /** As its speakers call it. */
  name: string;
  /** The path of its home page. */
  home: string;
};

/** The other site on which a text stood first. */
export type Source = {
  name: string;
  url: string;
};

/** An ordinary page with its text. */
export type Standard = {
  id: number;
  kind: "page";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
  /** When it was first on line. */
  published_at: string | null;
  /** When it was last changed on line. */
  updated_at: string | null;
  seo: Seo;
  /** Every language in which the page is live, its own among them. */
  alternates: Array<Alternate>;
  body: Array<StoryBlock>;
  /** The headings of the text, for a table of contents. */
  contents: Array<ContentsEntry>;
  footnotes: Array<Footnote>;
  /** The pages one step below it. */
  below: Array<PageLink>;
};

/** An ordinary page on a card. */
export type StandardItem = {
  id: number;
  kind: "page";
  title: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path: string;
  /** Its full address on our site. */
  url: string;
  /** The language of its text. */
  language: string;
  /** Where this API tells more about it. */
  detail: string;
  /** One to three sentences, plain text. */
  lead: string;
  image: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing: string;
};

/** One page of a list of `StandardItem`. */
export type StandardItemList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<StandardItem>;
};

/** `StandardItem` with only the fields that were asked for. */
export type StandardItemPart = {
  id: number;
  kind: "page";
  title?: string;
  /** Where it stands on our site, and on yours if you keep our paths. */
  path?: string;
  /** Its full address on our site. */
  url?: string;
  /** The language of its text. */
  language?: string;
  /** Where this API tells more about it. */
  detail?: string;
  /** One to three sentences, plain text. */
  lead?: string;
  image?: Image | null;
  /** Full address of the drawing that our site shows where there is no picture. */
  drawing?: string;
};

/** One page of a list of `StandardItemPart`: when `fields` was given. */
export type StandardItemPartList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<StandardItemPart>;
};

/** How the list of ordinary pages may be sorted. */
export type StandardParams = {
  locale?: "nl" | "en";
  images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">;
  page?: number;
  per_page?: number;
  changed_since?: string | null;
  sort?: "title" | "-title" | "-changed";
  fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing">;
};

/** How a comment stands. */
export type Standing = {
  state: "held" | "visible" | "refused";
  /** For `POST /comments/status`. Whoever has it may ask; keep it secret. */
  status_token: string;
  /** Its number, once anybody may read it. */
  id: number | null;
  /** Until then the writer may change it on our site. */
  changeable_until: string | null;
};

/** One step on the way from the home page; the last is the page itself. */
export type Step = {
  title: string;
  path: string;
};

export type StoryBlock = Paragraph | Heading | Points | Quote | PullQuote | Picture | ImageText | Video | Table | NumberedSections | Pillars | OrganisationList | KeyFigures | PublicationCard | DocumentCard | RelatedArticle | Events | MemberTeasers | Form | CallToAction | Contact | ReusableText;

/** What was typed so far. */
export type SuggestionParams = {
  locale?: "nl" | "en";
  q: string;
};

/** At most six pages. */
export type Suggestions = {
  items: Array<PageLink>;
};

/** A table of texts and numbers. */
export type Table = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "table";
  caption: string;
  columns: Array<Column>;
  /** Cells in the order of the columns; a number is a decimal in a string. */
  rows: Array<Array<string | null>>;
};

/** A tag, and on how many pages of this language it stands. */
export type TagItem = {
  slug: string;
  name: string;
  count: number;
};

/** A free tag. */
export type TagLink = {
  slug: string;
  name: string;
};

/** Tags that stand on a page. */
export type TagList = {
  /** How many items there are in all. */
  total: number;
  page: number;
  per_page: number;
  /** How many pages there are; at least 1. */
  pages: number;
  /** Full address of the next page. */
  next: string | null;
  /** Full address of the previous page. */
  previous: string | null;
  items: Array<TagItem>;
};

/** Which part of the tags. */
export type TagParams = {
  locale?: "nl" | "en";
  page?: number;
  per_page?: number;
  sort?: "name" | "-count";
};

/** One of the seven themes on a card. */
export type ThemeItem = {
  slug: string;
  name: string;
  number: number;
  /** Its colour, by the name of the design token. */
  hue: Hue;
  /** Dutch where nobody translated the theme. */
  language: string;
  lead: string;
  image: Image | null;
  /** Its landing page; empty where this language has no list of themes. */
  path: string;
  url: string;
};

/** One of the seven themes. */
export type ThemeLink = {
  slug: string;
  name: string;
  number: number;
  /** Its colour, by the name of the design token. */
  hue: Hue;
  /** Dutch where nobody translated the theme. */
  language: string;
};

/** The landing page of a theme. */
export type ThemePage = {
  slug: string;
  name: string;
  number: number;
  /** Its colour, by the name of the design token. */
  hue: Hue;
  /** Dutch where nobody translated the theme. */
  language: string;
  lead: string;
  image: Image | null;
  /** Its landing page; empty where this language has no list of themes. */
  path: string;
  url: string;
  html: string;
  /** The newest; the list of news takes the theme as a filter. */
  news: Array<NewsItem>;
  publications: Array<PublicationItem>;
  /** Those whose turn it is today. */
  members: Array<MemberTeaser>;
};

/** All themes, in their order. */
export type Themes = {
  total: number;
  items: Array<ThemeItem>;
};

/** A comment with its answers. */
export type Thread = {
  id: number;
  anchor: string;
  /** As the writer typed it; empty for a place whose comment is gone. */
  name: string;
  /** Plain text: lines and blank lines count, HTML does not. */
  text: string;
  language: string;
  /** An answer of the association: show `badge`, not only a colour. */
  is_staff: boolean;
  /** Removed; only the place above its answers is left. */
  is_gone: boolean;
  written_at: string;
  edited_at: string | null;
  /** Full address on our site that always leads to it. */
  permalink: string;
  answers: Array<Answer>;
};

/** Which page of the conversation. */
export type ThreadParams = {
  locale?: "nl" | "en";
  page?: number;
};

/** A film of another host; nothing is fetched from there before somebody asks for it. */
export type Video = {
  /** The same as long as the editor keeps the block. */
  id: string;
  /** The level that a heading inside this block has, so that none is skipped. */
  level: number;
  type: "video";
  title: string;
  host: "YouTube" | "Vimeo";
  /** The page of the film. */
  url: string;
  /** The cookie-free player, to be loaded only after a click. */
  player: string;
  poster: Image | null;
  description: string;
  /** HTML: what is said. */
  transcript: string;
};

/** What each endpoint takes and gives, by its operation id. */
export type Operations = {
  resolve: {
    method: "get";
    path: "/api/v1/resolve";
    query: { locale?: "nl" | "en"; path: string };
    body: undefined;
    answer: Resolved;
  };
  bootstrap: {
    method: "get";
    path: "/api/v1/bootstrap";
    query: { locale?: "nl" | "en" };
    body: undefined;
    answer: Bootstrap;
  };
  list_changes: {
    method: "get";
    path: "/api/v1/changes";
    query: { locale?: "nl" | "en"; since: string };
    body: undefined;
    answer: Changes;
  };
  list_pages: {
    method: "get";
    path: "/api/v1/pages";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">; page?: number; per_page?: number; changed_since?: string | null; sort?: "title" | "-title" | "-changed"; fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing"> };
    body: undefined;
    answer: StandardItemList | StandardItemPartList;
  };
  read_page: {
    method: "get";
    path: "/api/v1/pages/{pk}";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: Standard;
  };
  read_home: {
    method: "get";
    path: "/api/v1/home";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: Home;
  };
  list_themes: {
    method: "get";
    path: "/api/v1/themes";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: Themes;
  };
  read_theme: {
    method: "get";
    path: "/api/v1/themes/{slug}";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: ThemePage;
  };
  list_tags: {
    method: "get";
    path: "/api/v1/tags";
    query: { locale?: "nl" | "en"; page?: number; per_page?: number; sort?: "name" | "-count" };
    body: undefined;
    answer: TagList;
  };
  list_forms: {
    method: "get";
    path: "/api/v1/forms";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">; page?: number; per_page?: number; changed_since?: string | null; sort?: "title" | "-title" | "-changed"; fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing"> };
    body: undefined;
    answer: FormItemList | FormItemPartList;
  };
  read_form: {
    method: "get";
    path: "/api/v1/forms/{pk}";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: FormDetail;
  };
  send_form: {
    method: "post";
    path: "/api/v1/forms/{pk}";
    query: { locale?: "nl" | "en" };
    body: FormAnswers;
    answer: FormReceived;
  };
  list_news: {
    method: "get";
    path: "/api/v1/news";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">; page?: number; per_page?: number; changed_since?: string | null; theme?: string | null; tag?: string | null; year?: number | null; date_from?: string | null; date_until?: string | null; sort?: "-date" | "date" | "-changed" | "title"; fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "date" | "themes" | "tags"> };
    body: undefined;
    answer: NewsItemList | NewsItemPartList;
  };
  read_news: {
    method: "get";
    path: "/api/v1/news/{pk}";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: NewsArticle;
  };
  list_events: {
    method: "get";
    path: "/api/v1/events";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">; page?: number; per_page?: number; changed_since?: string | null; theme?: string | null; tag?: string | null; year?: number | null; date_from?: string | null; date_until?: string | null; when?: "upcoming" | "past" | "all"; sort?: "start" | "-start" | "-changed" | "title"; fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "start" | "end" | "all_day" | "is_past" | "place_name" | "address" | "online_url" | "signup_url" | "ics" | "themes" | "tags"> };
    body: undefined;
    answer: EventItemList | EventItemPartList;
  };
  read_event: {
    method: "get";
    path: "/api/v1/events/{pk}";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: Event;
  };
  list_publications: {
    method: "get";
    path: "/api/v1/publications";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">; page?: number; per_page?: number; changed_since?: string | null; theme?: string | null; tag?: string | null; year?: number | null; date_from?: string | null; date_until?: string | null; publication_kind?: string | null; sort?: "-date" | "date" | "-changed" | "title"; fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "date" | "subtitle" | "publication_kind" | "themes" | "tags"> };
    body: undefined;
    answer: PublicationItemList | PublicationItemPartList;
  };
  read_publication: {
    method: "get";
    path: "/api/v1/publications/{pk}";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: Publication;
  };
  list_members: {
    method: "get";
    path: "/api/v1/members";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social">; page?: number; per_page?: number; changed_since?: string | null; theme?: string | null; tag?: string | null; province?: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null; place?: string | null; municipality?: string | null; sort?: "title" | "-title" | "-changed"; fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "lead" | "image" | "drawing" | "summary" | "place" | "neighbourhood" | "nationwide" | "founded" | "themes" | "tags"> };
    body: undefined;
    answer: MemberItemList | MemberItemPartList;
  };
  read_member: {
    method: "get";
    path: "/api/v1/members/{pk}";
    query: { locale?: "nl" | "en"; images?: Array<"card" | "hero" | "body" | "cover" | "avatar" | "logo" | "social"> };
    body: undefined;
    answer: Member;
  };
  map_members: {
    method: "get";
    path: "/api/v1/members.geojson";
    query: { locale?: "nl" | "en"; theme?: string | null; province?: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null };
    body: undefined;
    answer: Map;
  };
  read_message_form: {
    method: "get";
    path: "/api/v1/members/{pk}/message";
    query: { locale?: "nl" | "en" };
    body: undefined;
    answer: MessageForm;
  };
  send_message: {
    method: "post";
    path: "/api/v1/members/{pk}/message";
    query: { locale?: "nl" | "en" };
    body: Message;
    answer: MessageReceived;
  };
  begin_application: {
    method: "get";
    path: "/api/v1/applications/form";
    query: { locale?: "nl" | "en" };
    body: undefined;
    answer: ApplicationForm;
  };
  apply: {
    method: "post";
    path: "/api/v1/applications";
    query: { locale?: "nl" | "en" };
    body: NewApplication;
    answer: ApplicationReceived;
  };
  search: {
    method: "get";
    path: "/api/v1/search";
    query: { locale?: "nl" | "en"; q: string; kind?: "news" | "event" | "publication" | "member" | "other" | null; theme?: string | null; year?: number | null; province?: "groningen" | "friesland" | "drenthe" | "overijssel" | "flevoland" | "gelderland" | "utrecht" | "noord-holland" | "zuid-holland" | "zeeland" | "noord-brabant" | "limburg" | null; page?: number; per_page?: number; fields?: Array<"id" | "kind" | "title" | "path" | "url" | "language" | "detail" | "passage" | "in_document" | "recommended" | "date" | "province"> };
    body: undefined;
    answer: HitList | HitPartList;
  };
  suggest_pages: {
    method: "get";
    path: "/api/v1/search/suggestions";
    query: { locale?: "nl" | "en"; q: string };
    body: undefined;
    answer: Suggestions;
  };
  comment_status: {
    method: "post";
    path: "/api/v1/comments/status";
    query: { locale?: "nl" | "en" };
    body: SecretToken;
    answer: Standing;
  };
  confirm_address: {
    method: "post";
    path: "/api/v1/comments/confirm";
    query: { locale?: "nl" | "en" };
    body: SecretToken;
    answer: Standing;
  };
  read_comments: {
    method: "get";
    path: "/api/v1/comments/{page_id}";
    query: { locale?: "nl" | "en"; page?: number };
    body: undefined;
    answer: Discussion;
  };
  send_comment: {
    method: "post";
    path: "/api/v1/comments/{page_id}";
    query: { locale?: "nl" | "en" };
    body: NewComment;
    answer: Standing;
  };
  begin_comment: {
    method: "get";
    path: "/api/v1/comments/{page_id}/form";
    query: { locale?: "nl" | "en" };
    body: undefined;
    answer: CommentGuard;
  };
  begin_report: {
    method: "get";
    path: "/api/v1/comments/reports/{comment_id}";
    query: { locale?: "nl" | "en" };
    body: undefined;
    answer: ReportGuard;
  };
  send_report: {
    method: "post";
    path: "/api/v1/comments/reports/{comment_id}";
    query: { locale?: "nl" | "en" };
    body: NewReport;
    answer: Receipt;
  };
  begin_preview: {
    method: "post";
    path: "/api/v1/preview";
    query: { locale?: "nl" | "en" };
    body: Code;
    answer: ReadToken;
  };
  read_preview: {
    method: "get";
    path: "/api/v1/preview";
    query: { locale?: "nl" | "en" };
    body: undefined;
    answer: Draft;
  };
  read_draft: {
    method: "get";
    path: "/api/v1/drafts/{pk}";
    query: { locale?: "nl" | "en" };
    body: undefined;
    answer: Draft;
  };
};
