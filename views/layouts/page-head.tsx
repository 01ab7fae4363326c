import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';

interface HeadModel {
  readonly stylesheet: string;
  readonly mark: string;
  readonly listed?: boolean | undefined;
}

export function PageHead({ t, title, model }: { t: Translate; title: string; model: HeadModel }): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{t('common.page_title', { title })}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {model.listed !== true && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={model.stylesheet} />
      <link rel="icon" href={model.mark} type="image/svg+xml" />
    </head>
  );
}
