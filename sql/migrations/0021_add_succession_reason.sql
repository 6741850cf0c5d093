-- grain: one row a reason for which a figure is not compared
-- reads: nothing
-- used by: compare, release (write), the views of each audience

do $$
declare
    audience text;
begin
    foreach audience in array array['member', 'preview', 'open'] loop
        execute format(
            'insert into %I.incomparable_reason (reason, word) values (9, ''succession'')',
            audience);
    end loop;
end
$$;
