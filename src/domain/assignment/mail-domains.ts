/** Domains at which anybody may have an address, so that sharing one means nothing. */
const freeMail = new Set(
  [
    'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr live.com msn.com yahoo.com yahoo.co.uk',
    'yahoo.co.in yahoo.fr yahoo.es ymail.com rocketmail.com aol.com icloud.com me.com mac.com proton.me protonmail.com',
    'pm.me tutanota.com tuta.com tuta.io posteo.de posteo.net riseup.net disroot.org mailbox.org autistici.org gmx.com',
    'gmx.net gmx.de gmx.at gmx.ch web.de t-online.de freenet.de mail.com email.com zoho.com zohomail.com fastmail.com',
    'hushmail.com mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua qq.com 163.com 126.com',
    'sina.com naver.com hanmail.net daum.net rediffmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it',
    'virgilio.it tiscali.it terra.com.br uol.com.br bol.com.br maktoob.com',
  ]
    .join(' ')
    .split(' '),
);

/** The part after the last @ in small letters, without a closing dot; undefined where there is none. */
export function mailDomain(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain =
    at < 0
      ? ''
      : address
          .slice(at + 1)
          .trim()
          .toLowerCase()
          .replace(/\.$/, '');
  return domain === '' ? undefined : domain;
}

/**
 * The domain that two addresses share, the shorter where one lies below the other (`ke.example.org`, `example.org`);
 * undefined where they share none or one where anybody may be. Two branches below one domain are not found to share
 * it: without a list of public suffixes `a.gov.uk` and `b.gov.uk` would be the same house.
 */
export function sharedMailDomain(left: string, right: string): string | undefined {
  const [one, other] = [mailDomain(left), mailDomain(right)];
  if (one === undefined || other === undefined) return undefined;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const shared = longer === shorter || longer.endsWith(`.${shorter}`);
  return shared && !freeMail.has(shorter) ? shorter : undefined;
}

/** Whether two addresses reach one mailbox: case and what follows a plus sign aside. */
export const isSameMailbox = (left: string, right: string): boolean => mailboxOf(left) === mailboxOf(right);

const mailboxOf = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
