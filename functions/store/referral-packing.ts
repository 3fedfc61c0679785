import { packedWith } from './packed.ts';

/**
 * What stored referrals have in common, most usual codes first in each list. Part of the stored
 * format: never edit it. Referrals packed with it must open for as long as they are kept.
 */
const DICTIONARY =
  '"no_capacity","outside_area","outside_age_or_group","need_not_what_we_do","need_beyond_us",' +
  '"cannot_meet_access_need","not_enough_information","duplicate","activity_closed","person_declined",' +
  '"could_not_reach","changed_mind","did_not_attend","no_longer_needed","unwell","barrier","group_withdrew_offer",' +
  '"came_some","not_for_them","moved_on","still_coming_loop_closed","outcome_unknown","person_asked",' +
  '"sent_by_mistake","found_elsewhere","money","home","moving","food","carers","work","digital","grief","safety",' +
  '"identity","purpose","pharmacy","multi_disciplinary_team","hospital_discharge","allied_health","fire_service",' +
  '"police","job_centre","social_care","housing_association","vcse_group","self","hearing_loop","quiet_space",' +
  '"bring_someone","near_bus_stop","interpreter","weekday_mornings","weekday_afternoons","evenings","weekends",' +
  '"time_sensitive","by_phone","in_writing","carer_with_authority","best_interests_decision","waitlisted",' +
  '"info_needed","declined","withdrawn","expired","not_started","accepted","started","completed","reason":"",' +
  '"declinedBy":"group","comment":null,"agreementWithdrawn":false,' +
  '{"id":"","area":"","reference":"R-","state":"sent","priority":"routine","schemeId":"","schemeName":"",' +
  '"sender":{"userId":"","name":"","phone":"0"},"organizationId":"","organizationName":"","serviceId":"",' +
  '"serviceName":"","personId":"","needs":["company"],"ward":"E05","wardName":"","council":"E08",' +
  '"origin":"general_practice","accessNeeds":["step_free"],"times":[],"wouldLike":null,' +
  '"speakToSenderFirst":false,"label":null,"agreement":{"how":"face_to_face","givenBy":"person",' +
  '"agreedOn":"20","wordingVersion":"introduction-1"},"holdsPlace":true,"sentAt":"20","dueAt":null,"opened":null,' +
  '"accepted":{"at":"20","by":"","byName":"","contactBy":"20"},"declined":null,' +
  '"started":{"at":"20","by":"","byName":"","on":"20"},"notStarted":null,' +
  '"completed":{"at":"20","by":"","byName":"","outcome":"came_regularly","words":null},"withdrawn":null}';

export const referralPacking = packedWith(DICTIONARY);
