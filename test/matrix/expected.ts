/**
 * Who may do what, written by hand from the design and the permission matrix. It imports neither the
 * registry nor the functions (a dependency rule), so that it cannot agree with them by construction.
 *
 * A cell: `yes` may do it, `401` is not signed in, `404` lacks the role or the relation. For a thing that
 * is not one's own (another group's, another scheme's, another area's) everybody is answered 404.
 */
export const PEOPLE = [
  'nobody',
  'group-lead',
  'reader',
  'reader-2',
  'link-worker',
  'lw-manager',
  'link-worker-2',
  'new-group',
  'coordinator',
  'commissioner',
] as const;
export type Person = (typeof PEOPLE)[number];
export type Cell = 'yes' | 401 | 404;

/**
 * `own`: who may when the thing is the demonstration group's or scheme's in Manchester.
 * `others`: who may when it is Shropshire's or another group's. Everybody else signed in gets 404.
 */
export type Row = {
  route: string;
  own: readonly Person[] | 'everybody' | 'signed in';
  others?: readonly Person[];
};

const SENDERS: readonly Person[] = ['link-worker', 'lw-manager'];
const READERS: readonly Person[] = ['reader', 'reader-2'];
const EITHER: readonly Person[] = [...SENDERS, ...READERS];

export const EXPECTED: readonly Row[] = [
  { route: 'GET /find', own: 'everybody' },
  { route: 'POST /find', own: 'everybody' },
  { route: 'GET /groups/{groupId}', own: 'everybody' },
  { route: 'GET /link-workers', own: 'everybody' },
  { route: 'GET /api/search', own: 'everybody' },
  { route: 'GET /api/groups/{groupId}', own: 'everybody' },
  { route: 'GET /grants', own: 'everybody' },
  { route: 'GET /grants/{grantId}', own: 'everybody' },
  { route: 'GET /api/grants', own: 'everybody' },
  { route: 'GET /api/openapi.json', own: 'everybody' },
  { route: 'POST /api/reports', own: 'everybody' },
  { route: 'POST /api/suggestions', own: 'everybody' },
  { route: 'GET /register', own: 'everybody' },
  { route: 'POST /register', own: 'everybody' },
  { route: 'POST /api/registrations', own: 'everybody' },
  { route: 'GET /confirm/{token}', own: 'everybody' },
  { route: 'POST /confirm/{token}', own: 'everybody' },
  { route: 'GET /capacity/{token}', own: 'everybody' },
  { route: 'POST /capacity/{token}', own: 'everybody' },
  { route: 'GET /outcome/{token}', own: 'everybody' },
  { route: 'POST /outcome/{token}', own: 'everybody' },
  { route: 'GET /invite/{token}', own: 'everybody' },
  { route: 'POST /invite/{token}', own: 'everybody' },
  { route: 'GET /auth/sign-in', own: 'everybody' },
  { route: 'GET /auth/callback', own: 'everybody' },
  { route: 'GET /api/session', own: 'signed in' },
  { route: 'POST /auth/sign-out', own: 'signed in' },
  { route: 'GET /api/groups/{groupId}/services', own: ['group-lead'], others: ['new-group'] },
  { route: 'PUT /api/services/{serviceId}/capacity', own: ['group-lead', ...READERS], others: ['new-group'] },
  { route: 'GET /api/groups/{groupId}/safeguarding', own: ['group-lead'], others: ['new-group'] },
  { route: 'PUT /api/groups/{groupId}/safeguarding', own: ['group-lead'], others: ['new-group'] },
  { route: 'POST /api/groups/{groupId}/safeguarding/withdraw', own: ['group-lead'], others: ['new-group'] },
  { route: 'POST /api/groups/{groupId}/safeguarding/renew', own: ['group-lead'], others: ['new-group'] },
  { route: 'GET /api/groups/{groupId}/progress', own: ['group-lead'], others: ['new-group'] },
  { route: 'PATCH /api/groups/{groupId}', own: ['group-lead'], others: ['new-group'] },
  { route: 'POST /api/groups/{groupId}/ask-again', own: ['group-lead'], others: ['new-group'] },
  { route: 'POST /api/groups/{groupId}/services', own: ['group-lead'], others: ['new-group'] },
  { route: 'GET /api/groups/{groupId}/members', own: ['group-lead'], others: ['new-group'] },
  { route: 'POST /api/groups/{groupId}/members', own: ['group-lead'], others: ['new-group'] },
  {
    route: 'DELETE /api/groups/{groupId}/members/{userId}/{role}',
    own: ['group-lead'],
    others: ['new-group'],
  },
  { route: 'PATCH /api/services/{serviceId}', own: ['group-lead'], others: ['new-group'] },
  { route: 'GET /api/services/{serviceId}/referral-form', own: SENDERS, others: SENDERS },
  { route: 'POST /api/referrals', own: SENDERS, others: ['link-worker-2'] },
  { route: 'GET /api/referrals?view=caseload', own: [...SENDERS, 'link-worker-2'] },
  { route: 'GET /api/referrals?view=team', own: ['lw-manager'] },
  { route: 'GET /api/referrals?view=inbox', own: READERS },
  { route: 'GET /api/referrals/{referralId}', own: EITHER, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/open', own: READERS, others: [] },
  { route: 'POST /api/referrals/{referralId}/accept', own: READERS, others: [] },
  { route: 'POST /api/referrals/{referralId}/decline', own: READERS, others: [] },
  { route: 'POST /api/referrals/{referralId}/start', own: EITHER, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/not-start', own: EITHER, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/complete', own: EITHER, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/withdraw', own: SENDERS, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/ask', own: READERS, others: [] },
  { route: 'POST /api/referrals/{referralId}/answer', own: SENDERS, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/wait-list', own: READERS, others: [] },
  { route: 'POST /api/referrals/{referralId}/keep-waiting', own: SENDERS, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/hand-back', own: EITHER, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/record-new-owner', own: SENDERS, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/return', own: EITHER, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/resend', own: SENDERS, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/put-aside', own: SENDERS, others: ['link-worker-2'] },
  { route: 'POST /api/referrals/{referralId}/reveal', own: EITHER, others: ['link-worker-2'] },
  { route: 'GET /api/moderation/queue', own: ['coordinator'] },
  { route: 'GET /api/moderation/done', own: ['coordinator'] },
  { route: 'POST /api/moderation/tasks/{taskId}/settle', own: ['coordinator'], others: [] },
  { route: 'POST /api/moderation/tasks/{taskId}/reopen', own: ['coordinator'], others: [] },
  { route: 'POST /api/moderation/groups/{groupId}/check', own: ['coordinator'], others: [] },
  { route: 'POST /api/moderation/groups/{groupId}/return', own: ['coordinator'], others: [] },
  { route: 'GET /api/moderation/safeguarding/{groupId}', own: ['coordinator'], others: [] },
  { route: 'POST /api/moderation/safeguarding/{groupId}/pause', own: ['coordinator'], others: [] },
  { route: 'POST /api/moderation/safeguarding/{groupId}/resume', own: ['coordinator'], others: [] },
  { route: 'POST /api/moderation/safeguarding/{groupId}/known', own: ['coordinator'], others: [] },
  {
    route: 'POST /api/moderation/safeguarding/{groupId}/readers/{userId}/vouch',
    own: ['coordinator'],
    others: [],
  },
  { route: 'POST /api/moderation/suggestions/{suggestionId}/resolve', own: ['coordinator'], others: [] },
  { route: 'GET /api/groups/{groupId}/grants', own: ['group-lead'], others: ['new-group'] },
  { route: 'PUT /api/groups/{groupId}/grant-profile', own: ['group-lead'], others: ['new-group'] },
  { route: 'GET /api/moderation/grants', own: ['coordinator'] },
  { route: 'POST /api/grants', own: ['coordinator'] },
  { route: 'PUT /api/grants/{grantId}', own: ['coordinator'], others: [] },
  { route: 'POST /api/grants/{grantId}/check', own: ['coordinator'], others: [] },
  { route: 'GET /api/people', own: ['coordinator', 'lw-manager'] },
  { route: 'POST /api/people/{userId}/close', own: ['coordinator', 'lw-manager'], others: [] },
  { route: 'POST /api/schemes', own: ['coordinator'] },
  { route: 'GET /api/place', own: ['coordinator'] },
  { route: 'PUT /api/place', own: ['coordinator'] },
  { route: 'POST /api/invites', own: ['coordinator', 'lw-manager'], others: [] },
  { route: 'POST /api/invites/{inviteId}/resend', own: ['coordinator', 'lw-manager'], others: [] },
  { route: 'POST /api/invites/{inviteId}/cancel', own: ['coordinator', 'lw-manager'], others: [] },
  { route: 'POST /api/gap-notes', own: [...SENDERS, 'link-worker-2'] },
  { route: 'POST /api/introductions', own: SENDERS, others: ['link-worker-2'] },
  { route: 'GET /api/mail-choice', own: [...SENDERS, 'link-worker-2'] },
  { route: 'PUT /api/mail-choice', own: [...SENDERS, 'link-worker-2'] },
  { route: 'GET /api/insight/supply', own: ['commissioner'] },
  { route: 'GET /api/insight/gaps', own: ['commissioner'] },
];

/** What a person should be answered. */
export function expectedCell(row: Row, person: Person, thing: 'own' | 'others'): Cell {
  if (row.own === 'everybody') return 'yes';
  if (person === 'nobody') return 401;
  if (row.own === 'signed in') return 'yes';
  const allowed = thing === 'own' ? row.own : (row.others ?? []);
  return allowed.includes(person) ? 'yes' : 404;
}
