import type { adminInformationId } from './admin-information-id.ts'

export const adminInformationEn: typeof adminInformationId = {
  informationAdmin: {
    add: 'Add information',
    search: 'Search topics, answers, receivers',
    topic: 'Topic',
    topicHint: 'What operators type, such as "Power cut"',
    answer: 'Answer',
    answerHint: 'What the operator tells the caller',
    receiver: 'Responsible',
    phone: 'Phone',
    referral: 'Referred',
    referralHint: 'The call is referred to whoever is responsible and followed up until they have it',
    referred: 'referred',
    given: 'Given (30 days)',
    activeHint: 'What is inactive is not offered to operators',
    empty: 'This centre has no information yet.',
    notFound: 'Nothing fits.',
  },
}
