int opz_rules;
