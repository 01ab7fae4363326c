import type { Detector } from './finding.ts';
import { hitsOf, spansOf } from './finding.ts';

/** Addresses that reach one person or one group at once. */
const LINKS =
  /(?:https?:\/\/)?(?<![\w.-])(?:www\.)?(?:wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|whatsapp\.com\/channel|t\.me|telegram\.(?:me|dog)|m\.me|signal\.(?:me|group)|fb\.me|ig\.me|line\.me|vk\.me|snapchat\.com\/add|facebook\.com\/(?:profile\.php|messages|people)|messenger\.com|instagram\.com|tiktok\.com\/@|twitter\.com|x\.com|viber\.me|imo\.im|wechat\.com)(?:[/?#][^\s<>"]{1,300})/giu;
const SCHEMES =
  /\b(?:tel|sms|smsto|mailto|viber|whatsapp|skype|tg|signal|xmpp|matrix|callto):(?:\/\/)?[^\s<>"]{3,200}/giu;
const PLATFORM =
  '(?:whats ?app|telegram|signal|instagram|insta|facebook|messenger|tiktok|twitter|snapchat|viber|skype|account|profile|compte|cuenta|perfil|واتساب|تلغرام|تيليغرام|انستغرام|إنستغرام|فيسبوك|تويتر|سناب|حساب)';
const HANDLE = '(?<hit>(?<![\\w.@])@[\\w.]{3,40}(?![\\w/]))';
const HANDLES: readonly RegExp[] = [
  new RegExp(`${PLATFORM}[^\\n@]{0,25}${HANDLE}`, 'dgiu'),
  new RegExp(`${HANDLE}[^\\n@]{0,20}${PLATFORM}`, 'dgiu'),
];

export const findContactLinks: Detector = ({ plain }) => [
  ...spansOf(LINKS, plain),
  ...spansOf(SCHEMES, plain),
  ...HANDLES.flatMap((shape) => hitsOf(shape, plain)),
];
