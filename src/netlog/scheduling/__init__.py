"""Having netlog speak up by itself: what runs when, by cron, systemd or launchd."""
