export type Role = "coach" | "familyCoach" | "director" | "privacyOfficer";
