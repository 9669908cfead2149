"""Who may come in: users, passwords, invitations, sessions."""
