import { htmlTokens, type HtmlToken } from './html-tokens.ts';

/** One thing of a form that holds a value. Radios and ticks of one name are one control each. */
export interface FormControl {
  readonly name: string;
  readonly kind: 'hidden' | 'text' | 'textarea' | 'radio' | 'checkbox' | 'select';
  /** What it would send; of a select the chosen entry. */
  value: string;
  /** Of a radio or a tick: whether it is chosen. */
  readonly chosen: boolean;
  /** Of a select: everything that may be chosen. */
  readonly options: string[];
}

export interface FormButton {
  readonly name: string | undefined;
  readonly value: string;
  label: string;
}

export interface PageForm {
  readonly id: string | undefined;
  readonly action: string;
  readonly method: 'get' | 'post';
  readonly controls: FormControl[];
  readonly buttons: FormButton[];
}

export interface PageLink {
  readonly href: string;
  text: string;
}

/** A page of ours as somebody without a screen reads it. */
export interface PageContent {
  readonly title: string;
  /** The words of the body, white space made single. */
  readonly text: string;
  readonly links: readonly PageLink[];
  readonly forms: readonly PageForm[];
}

/** Elements that do not part words. */
const inline = new Set(['a', 'b', 'bdi', 'em', 'i', 'small', 'span', 'strong', 'ins', 'del', 'code']);

/** Reads the words, links and forms of a page. */
export function readPage(html: string): PageContent {
  const reading = new Reading();
  for (const token of htmlTokens(html)) reading.take(token);
  return reading.content();
}

class Reading {
  readonly #forms: PageForm[] = [];
  readonly #links: PageLink[] = [];
  #text = '';
  #title = '';
  #inTitle = false;
  #form: PageForm | undefined;
  #area: FormControl | undefined;
  #select: FormControl | undefined;
  #button: FormButton | undefined;
  #link: PageLink | undefined;

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#words(token.text);
    else if (token.kind === 'open') this.#open(token.tag, token.attributes);
    else this.#close(token.tag);
  }

  content(): PageContent {
    const single = (text: string): string => text.replace(/\s+/gu, ' ').trim();
    for (const link of this.#links) link.text = single(link.text);
    for (const form of this.#forms) for (const button of form.buttons) button.label = single(button.label);
    return { title: single(this.#title), text: single(this.#text), links: this.#links, forms: this.#forms };
  }

  #words(text: string): void {
    if (this.#inTitle) {
      this.#title += text;
      return;
    }
    // Browsers leave out one line break at the start of a text area.
    if (this.#area !== undefined) this.#area.value += this.#area.value === '' ? text.replace(/^\n/u, '') : text;
    if (this.#button !== undefined) this.#button.label += text;
    if (this.#link !== undefined) this.#link.text += text;
    this.#text += text;
  }

  #open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (!inline.has(tag)) this.#text += ' ';
    if (tag === 'title') this.#inTitle = true;
    else if (tag === 'form') this.#forms.push((this.#form = formOf(attributes)));
    else if (tag === 'a' && attributes.has('href'))
      this.#links.push((this.#link = { href: attributes.get('href') ?? '', text: '' }));
    else if (tag === 'button') this.#owner(attributes)?.buttons.push((this.#button = buttonOf(attributes)));
    else if (tag === 'option') this.#option(attributes);
    else this.#control(tag, attributes);
  }

  #control(tag: string, attributes: ReadonlyMap<string, string>): void {
    const control = controlOf(tag, attributes);
    if (control === undefined) return;
    this.#owner(attributes)?.controls.push(control);
    if (tag === 'textarea') this.#area = control;
    if (tag === 'select') this.#select = control;
  }

  /** The form around a control, or the one it names. */
  #owner(attributes: ReadonlyMap<string, string>): PageForm | undefined {
    const named = attributes.get('form');
    return named === undefined ? this.#form : this.#forms.find(({ id }) => id === named);
  }

  #option(attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('value') ?? '';
    this.#select?.options.push(value);
    if (this.#select !== undefined && attributes.has('selected')) this.#select.value = value;
  }

  #close(tag: string): void {
    if (!inline.has(tag)) this.#text += ' ';
    if (tag === 'title') this.#inTitle = false;
    if (tag === 'form') this.#form = undefined;
    if (tag === 'a') this.#link = undefined;
    if (tag === 'button') this.#button = undefined;
    if (tag === 'textarea') this.#area = undefined;
    if (tag === 'select') this.#select = undefined;
  }
}

/** Pages give their forms another address than their own, for browsers that lose the line; it leads to the same place. */
export const withoutTurn = (address: string): string => address.replace(/[?&]turn=\d/u, '');

const formOf = (attributes: ReadonlyMap<string, string>): PageForm => ({
  id: attributes.get('id'),
  action: withoutTurn(attributes.get('action') ?? ''),
  method: attributes.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
  controls: [],
  buttons: [],
});

const buttonOf = (attributes: ReadonlyMap<string, string>): FormButton => ({
  name: attributes.get('name'),
  value: attributes.get('value') ?? '',
  label: '',
});

function controlOf(tag: string, attributes: ReadonlyMap<string, string>): FormControl | undefined {
  const name = attributes.get('name');
  if (name === undefined) return undefined;
  const common = { name, value: attributes.get('value') ?? '', chosen: attributes.has('checked'), options: [] };
  if (tag === 'textarea' || tag === 'select') return { ...common, kind: tag };
  if (tag !== 'input') return undefined;
  const type = attributes.get('type') ?? 'text';
  if (type === 'radio' || type === 'checkbox') return { ...common, kind: type, value: attributes.get('value') ?? 'on' };
  return { ...common, kind: type === 'hidden' ? 'hidden' : 'text' };
}
