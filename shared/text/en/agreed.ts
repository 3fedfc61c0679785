/** What two forms ask alike: the limits of a group, and how somebody said yes. */
export const limits = {
  legend: 'What this group cannot support',
  none: 'The group has named no limits.',
} as const;

export const agreedHows = {
  face_to_face: 'Face to face',
  by_phone: 'By phone',
  in_writing: 'In writing',
} as const;
