import { practiceAnswers } from '../../src/demonstration/script.ts';
import type { Answers } from '../../src/domain/module/form.ts';

/** What a person answers who updates a published page, and no more. */
export function updateAnswers(updates: string, more: Answers = {}): Answers {
  const { risk_people: risk, ...whole } = practiceAnswers('jo-family-protection-department');
  const kept = ['contact_channel', 'attribution', 'attribution_reviewers', 'survivors_involved', 'data_source'];
  const care = ['security_actor_involved_in_abuse', 'isp_agreed', 'referral_in_place', 'informed_consent', 'children'];
  const ends = [
    'translation_ok',
    'followup_ok',
    'identifiers_check',
    'licence',
    'rights_attest',
    'publication_consent',
  ];
  return {
    ...Object.fromEntries([...kept, ...care, ...ends].flatMap((id) => (id in whole ? [[id, whole[id] ?? null]] : []))),
    language: 'ar',
    kind: 'update',
    contact_channel: 'receipt_code',
    attribution: 'anonymous',
    title: typeof whole['title'] === 'string' ? whole['title'] : '',
    updates,
    what_changed: 'أُغلق فرع من فروع الإدارة، وانتقل العمل إلى المركز الرئيسي مع بقاء الخدمات كما كانت.',
    how_known: 'نشرت الإدارة ذلك في تقريرها السنوي الأخير.',
    status_now: 'scaled',
    risk_people: risk ?? null,
    ...more,
  };
}
