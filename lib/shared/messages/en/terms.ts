/** The terms of use that come with the product, version 1: an empty line parts paragraphs, `# ` begins a heading. ACC-20 */
export const terms = {
  text: `These terms apply to everybody who uses this Atrium portal. The portal is run by the organization or the person whose administrator opened your account; in these terms they are called the operator.

# Your account
Your account is for you alone. Keep your password and your authenticator to yourself, give your true name and an e-mail address that you read, and tell the operator if you think that somebody else got into your account.

# What the portal is for
You may use the portal to plan and hold meetings, to call and to write to people, and to share what is needed for that. Do nothing with it that breaks the law or the rights of others: no harassment, no spam, no programs that do harm, and nothing that is meant to disturb the portal or to get around its limits.

# What you share
What you write, show and upload stays yours. You allow the operator to store and transmit it as far as the portal needs it to reach the people you share it with. Share only what you are entitled to share.

# Recordings
A conference may be recorded only if everybody who takes part knows it. Do not record others in secret, with the portal or with anything else.

# Your data
To do its work the portal stores your profile, your meetings, whom you called and when, and a log of changes that matter for security. Administrators of the portal can see your account data, and admins of your organization can see what belongs to the organization. Ask the operator what is stored about you, and to have it corrected or deleted.

# Availability
The operator takes care to keep the portal running but does not promise that it always is. It may be changed, maintained or switched off; where that can be foreseen, you are told before.

# End of use
You may stop using the portal at any time. The operator may close an account that breaks these terms, or that is no longer needed.

# Changes
When these terms change, you are shown the new ones at your next sign-in and asked whether you accept them.`,
};
