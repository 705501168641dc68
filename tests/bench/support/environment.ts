import "../../support/environment.ts";

// Passwords cost here what they cost in the portal: the lower cost of tests is taken back before anything is hashed.
delete process.env.ATRIUM_ARGON2_KIB;
