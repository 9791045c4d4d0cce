-- A proposal of an organisation without an account names the invitation it came by (012 came before invitations).
alter table proposal add foreign key (invitation_id) references invitation;
