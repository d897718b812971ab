// In which time zone the learner's days begin. It is told with the next page.
import "./site.js";

document.cookie = `zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}; path=/; max-age=31536000; samesite=lax`;
