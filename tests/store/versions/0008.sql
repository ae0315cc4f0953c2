BEGIN TRANSACTION;
CREATE TABLE acceptance (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	check_name VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	rows JSON NOT NULL, 
	CONSTRAINT pk_acceptance PRIMARY KEY (id), 
	CONSTRAINT fk_acceptance_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_acceptance_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id), 
	CONSTRAINT uq_acceptance_association_id_check_name UNIQUE (association_id, check_name)
);
INSERT INTO "acceptance" VALUES(1,'2022-03-01 09:30:00.000000','anna',11,1,'svar_utan_utskick','antalet utdelade är inte känt','["f1605036a66f"]');
CREATE TABLE activity (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	goal VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	due DATE, 
	done DATE, 
	CONSTRAINT pk_activity PRIMARY KEY (id), 
	CONSTRAINT fk_activity_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_activity_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id), 
	CONSTRAINT uq_activity_association_id_goal_label_due_done UNIQUE (association_id, goal, label, due, done)
);
INSERT INTO "activity" VALUES(1,'2022-03-01 09:30:00.000000','anna',8,1,'presenterat','x','2022-12-31',NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE answer (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	round VARCHAR NOT NULL, 
	date DATE NOT NULL, 
	respondent_group VARCHAR NOT NULL, 
	intervention_id INTEGER, 
	form VARCHAR NOT NULL, 
	sex VARCHAR, 
	sex_why VARCHAR, 
	question VARCHAR NOT NULL, 
	value INTEGER, 
	value_why VARCHAR, 
	CONSTRAINT pk_answer PRIMARY KEY (id), 
	CONSTRAINT ck_answer_respondent_group CHECK (respondent_group IN ('deltagare_pågående', 'deltagare_avslut', 'insatspersonal', 'chefer', 'remittenter', 'styrelse', 'förbundschef')), 
	CONSTRAINT ck_answer_sex CHECK (sex IN ('kvinna', 'man')), 
	CONSTRAINT ck_answer_sex_why CHECK (sex_why IS NULL OR (sex_why IN ('vet_ej', 'vill_ej') AND sex IS NULL)), 
	CONSTRAINT ck_answer_value_why CHECK (value_why IS NULL OR (value_why IN ('vet_ej', 'vill_ej') AND value IS NULL)), 
	CONSTRAINT fk_answer_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_answer_intervention_id FOREIGN KEY(intervention_id) REFERENCES intervention (id), 
	CONSTRAINT fk_answer_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id)
);
INSERT INTO "answer" VALUES(1,'2022-03-01 09:30:00.000000','anna',5,1,'2021-höst','2021-10-15','deltagare_avslut',1,'1','kvinna',NULL,'i1',4,NULL);
CREATE TABLE assessment (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	goal VARCHAR NOT NULL, 
	period VARCHAR NOT NULL, 
	verdict VARCHAR, 
	comment VARCHAR, 
	value VARCHAR, 
	CONSTRAINT pk_assessment PRIMARY KEY (id), 
	CONSTRAINT ck_assessment_verdict CHECK (verdict IN ('uppfyllt', 'delvis', 'ej_uppfyllt', 'ingen')), 
	CONSTRAINT fk_assessment_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_assessment_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id), 
	CONSTRAINT uq_assessment_association_id_goal_period UNIQUE (association_id, goal, period)
);
INSERT INTO "assessment" VALUES(1,'2022-03-01 09:30:00.000000','anna',9,1,'presenterat','2021','delvis',NULL,NULL);
CREATE TABLE association (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	controller VARCHAR, settings JSON DEFAULT '{}' NOT NULL, 
	CONSTRAINT pk_association PRIMARY KEY (id), 
	CONSTRAINT uq_association_name UNIQUE (name)
);
INSERT INTO "association" VALUES(1,'Samordningsförbundet Exempel','Lillby kommun','{}');
CREATE TABLE change (
	id INTEGER NOT NULL, 
	association_id INTEGER, 
	at DATETIME NOT NULL, 
	"by" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	undoes INTEGER, reason VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT ck_change_kind CHECK (kind IN ('plan', 'log', 'correct', 'void', 'import', 'settings', 'undo', 'redo')), 
	CONSTRAINT fk_change_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_change_undoes FOREIGN KEY(undoes) REFERENCES change (id)
);
INSERT INTO "change" VALUES(1,1,'2022-03-01 09:30:00.000000','anna','plan','exempel-2021',NULL,'');
INSERT INTO "change" VALUES(2,1,'2022-03-01 09:30:00.000000','anna','log','deltaganden krus K-001',NULL,'');
INSERT INTO "change" VALUES(3,1,'2022-03-01 09:30:00.000000','anna','log','deltaganden krus K-002',NULL,'');
INSERT INTO "change" VALUES(4,1,'2022-03-01 09:30:00.000000','anna','log','uppföljningar krus K-001 1',NULL,'');
INSERT INTO "change" VALUES(5,1,'2022-03-01 09:30:00.000000','anna','log','enkätsvar 2021-höst deltagare_avslut 1 krus i1',NULL,'');
INSERT INTO "change" VALUES(6,1,'2022-03-01 09:30:00.000000','anna','log','utskick 2021-höst deltagare_avslut',NULL,'');
INSERT INTO "change" VALUES(7,1,'2022-03-01 09:30:00.000000','anna','log','ekonomi 2021 bidrag',NULL,'');
INSERT INTO "change" VALUES(8,1,'2022-03-01 09:30:00.000000','anna','log','aktiviteter presenterat x 2022-12-31',NULL,'');
INSERT INTO "change" VALUES(9,1,'2022-03-01 09:30:00.000000','anna','log','bedömningar presenterat 2021',NULL,'');
INSERT INTO "change" VALUES(10,1,'2022-03-01 09:30:00.000000','anna','log','antal 2021-01-01 2021-12-31 navet man volym',NULL,'');
INSERT INTO "change" VALUES(11,1,'2022-03-01 09:30:00.000000','anna','log','datakvalitet svar_utan_utskick',NULL,'');
INSERT INTO "change" VALUES(12,1,'2022-03-01 09:30:00.000000','anna','correct','deltaganden krus K-001',NULL,'felskrivet');
INSERT INTO "change" VALUES(13,1,'2022-03-01 09:30:00.000000','anna','void','deltaganden krus K-002',NULL,'registrerad två gånger');
INSERT INTO "change" VALUES(14,1,'2022-03-01 09:30:00.000000','anna','log','deltaganden krus K-003',NULL,'');
INSERT INTO "change" VALUES(15,1,'2022-03-01 09:30:00.000000','anna','undo','deltaganden krus K-003',14,'');
CREATE TABLE change_row (
	id INTEGER NOT NULL, 
	change_id INTEGER NOT NULL, 
	entity VARCHAR NOT NULL, 
	row_id INTEGER NOT NULL, 
	action VARCHAR NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	CONSTRAINT pk_change_row PRIMARY KEY (id), 
	CONSTRAINT ck_change_row_action CHECK (action IN ('update', 'delete', 'restore')), 
	CONSTRAINT fk_change_row_change_id FOREIGN KEY(change_id) REFERENCES change (id)
);
INSERT INTO "change_row" VALUES(1,12,'episode',1,'update','{"municipality": null}','{"municipality": "Lillby"}');
INSERT INTO "change_row" VALUES(2,13,'episode',2,'update','{"voided": false}','{"voided": true}');
INSERT INTO "change_row" VALUES(3,15,'episode',3,'delete','{"id": 3, "recorded_at": "2022-03-01T09:30:00+00:00", "recorded_by": "anna", "recorded_in": 14, "association_id": 1, "intervention_id": 1, "number": "K-003", "voided": false, "sex": "kvinna", "sex_why": null, "age_band": "30-39", "age_band_why": null, "municipality": null, "municipality_why": null, "start_date": "2021-02-02", "initiated_by": "FK", "initiated_by_why": null, "education": "gymnasium", "education_why": null, "support_time": "3-5_\u00e5r", "support_time_why": null, "support_before": 65, "support_before_why": null, "support_degree_before": 100.0, "support_degree_before_why": null, "work_before": 0.0, "work_before_why": null, "study_before": 0.0, "study_before_why": null, "seeking_before": null, "seeking_before_why": null, "health_before": 2, "health_before_why": null, "ability_before": 3, "ability_before_why": null, "sick_leave_before": null, "sick_leave_before_why": null, "end_date": null, "exit_reason": null, "exit_recorded_at": null, "exit_recorded_by": null, "support_after": null, "support_after_why": null, "support_degree_after": null, "support_degree_after_why": null, "work_after": null, "work_after_why": null, "work_kind_after": null, "work_kind_after_why": null, "study_after": null, "study_after_why": null, "seeking_after": null, "seeking_after_why": null, "health_after": null, "health_after_why": null, "ability_after": null, "ability_after_why": null, "sick_leave_after": null, "sick_leave_after_why": null, "next_step": null, "next_step_why": null, "plan_after": null, "plan_after_why": null, "step_forward": null, "step_forward_why": null, "may_contact": null, "may_contact_why": null}','null');
CREATE TABLE code (
	list VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	label_sv VARCHAR NOT NULL, 
	label_en VARCHAR NOT NULL, 
	CONSTRAINT pk_code PRIMARY KEY (list, code), 
	CONSTRAINT ck_code_list CHECK (list IN ('utbildning', 'tid_i_försörjning', 'initierad_av', 'avslutsanledning'))
);
INSERT INTO "code" VALUES('utbildning','ej_grundskola',0,'Ej slutförd grundskola','Compulsory school not completed');
INSERT INTO "code" VALUES('utbildning','grundskola',1,'Grundskola','Compulsory school');
INSERT INTO "code" VALUES('utbildning','gymnasium',2,'Gymnasium','Upper secondary school');
INSERT INTO "code" VALUES('utbildning','eftergymnasial_kort',3,'Eftergymnasial, kortare än 2 år','Post-secondary, under 2 years');
INSERT INTO "code" VALUES('utbildning','eftergymnasial_lång',4,'Eftergymnasial, 2 år eller längre','Post-secondary, 2 years up');
INSERT INTO "code" VALUES('tid_i_försörjning','ingen',0,'Ingen','None');
INSERT INTO "code" VALUES('tid_i_försörjning','under_1_år',1,'Under 1 år','Under 1 year');
INSERT INTO "code" VALUES('tid_i_försörjning','1-2_år',2,'1–2 år','1–2 years');
INSERT INTO "code" VALUES('tid_i_försörjning','3-5_år',3,'3–5 år','3–5 years');
INSERT INTO "code" VALUES('tid_i_försörjning','6-9_år',4,'6–9 år','6–9 years');
INSERT INTO "code" VALUES('tid_i_försörjning','10_år_eller_mer',5,'10 år eller mer','10 years or more');
INSERT INTO "code" VALUES('initierad_av','AF',0,'Arbetsförmedlingen','Public Employment Service');
INSERT INTO "code" VALUES('initierad_av','FK',1,'Försäkringskassan','Social Insurance Agency');
INSERT INTO "code" VALUES('initierad_av','kommun',2,'Kommunen','Municipality');
INSERT INTO "code" VALUES('initierad_av','region',3,'Regionen','Region');
INSERT INTO "code" VALUES('initierad_av','individ',4,'Deltagaren själv','The participant');
INSERT INTO "code" VALUES('initierad_av','annan',5,'Annan','Other');
INSERT INTO "code" VALUES('avslutsanledning','enligt_plan',0,'Avslutad enligt plan (även tidigare till arbete/studier)','Completed as planned (also earlier, to work or studies)');
INSERT INTO "code" VALUES('avslutsanledning','eget_avbrott',1,'Eget avbrott','Left by own choice');
INSERT INTO "code" VALUES('avslutsanledning','uteblivit',2,'Uteblivit','Stopped coming');
INSERT INTO "code" VALUES('avslutsanledning','sjukdom',3,'Sjukdom','Illness');
INSERT INTO "code" VALUES('avslutsanledning','fortsatt_rehabilitering',4,'Fortsatt rehabilitering','Continued rehabilitation');
INSERT INTO "code" VALUES('avslutsanledning','fel_målgrupp',5,'Fel målgrupp','Not the target group');
INSERT INTO "code" VALUES('avslutsanledning','flytt',6,'Flytt','Moved');
INSERT INTO "code" VALUES('avslutsanledning','föräldraledighet',7,'Föräldraledighet','Parental leave');
INSERT INTO "code" VALUES('avslutsanledning','återtaget_samtycke',8,'Återkallat samtycke','Consent withdrawn');
INSERT INTO "code" VALUES('avslutsanledning','avliden',9,'Avliden','Deceased');
INSERT INTO "code" VALUES('avslutsanledning','insatsen_upphör',10,'Insatsen upphör','The intervention ends');
INSERT INTO "code" VALUES('avslutsanledning','annan',11,'Annan anledning','Other reason');
CREATE TABLE count (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	delivery_id INTEGER, 
	start_date DATE NOT NULL, 
	end_date DATE NOT NULL, 
	intervention_id INTEGER, 
	municipality VARCHAR NOT NULL, 
	sex VARCHAR, 
	measure VARCHAR NOT NULL, 
	part VARCHAR NOT NULL, 
	numerator INTEGER, 
	denominator INTEGER, 
	missing INTEGER, 
	worse INTEGER, 
	hidden BOOLEAN NOT NULL, 
	replaced BOOLEAN NOT NULL, 
	CONSTRAINT pk_count PRIMARY KEY (id), 
	CONSTRAINT ck_count_sex CHECK (sex IN ('kvinna', 'man')), 
	CONSTRAINT ck_count_denominator CHECK (denominator >= 0), 
	CONSTRAINT ck_count_end_date CHECK (end_date >= start_date), 
	CONSTRAINT ck_count_missing CHECK (missing >= 0), 
	CONSTRAINT ck_count_numerator CHECK (numerator >= 0), 
	CONSTRAINT ck_count_worse CHECK (worse >= 0), 
	CONSTRAINT fk_count_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_count_delivery_id FOREIGN KEY(delivery_id) REFERENCES delivery (id), 
	CONSTRAINT fk_count_intervention_id FOREIGN KEY(intervention_id) REFERENCES intervention (id), 
	CONSTRAINT fk_count_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id)
);
INSERT INTO "count" VALUES(1,'2022-03-01 09:30:00.000000','anna',10,1,NULL,'2021-01-01','2021-12-31',2,'','man','volym','',5,NULL,NULL,NULL,0,0);
CREATE TABLE delivery (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	intervention_id INTEGER, 
	start DATE NOT NULL, 
	"end" DATE NOT NULL, 
	"plan" VARCHAR, 
	created VARCHAR, 
	replaced_by INTEGER, 
	CONSTRAINT pk_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_delivery_intervention_id FOREIGN KEY(intervention_id) REFERENCES intervention (id), 
	CONSTRAINT fk_delivery_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id), 
	CONSTRAINT fk_delivery_replaced_by FOREIGN KEY(replaced_by) REFERENCES delivery (id)
);
CREATE TABLE "episode" (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	intervention_id INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	voided BOOLEAN NOT NULL, 
	sex VARCHAR, 
	sex_why VARCHAR, 
	age_band VARCHAR, 
	age_band_why VARCHAR, 
	municipality VARCHAR, 
	municipality_why VARCHAR, 
	start_date DATE NOT NULL, 
	initiated_by VARCHAR, 
	initiated_by_why VARCHAR, 
	education VARCHAR, 
	education_why VARCHAR, 
	support_time VARCHAR, 
	support_time_why VARCHAR, 
	support_before INTEGER, 
	support_before_why VARCHAR, 
	support_degree_before FLOAT, 
	support_degree_before_why VARCHAR, 
	work_before FLOAT, 
	work_before_why VARCHAR, 
	study_before FLOAT, 
	study_before_why VARCHAR, 
	seeking_before BOOLEAN, 
	seeking_before_why VARCHAR, 
	health_before INTEGER, 
	health_before_why VARCHAR, 
	ability_before INTEGER, 
	ability_before_why VARCHAR, 
	sick_leave_before FLOAT, 
	sick_leave_before_why VARCHAR, 
	end_date DATE, 
	exit_reason VARCHAR, 
	exit_recorded_at DATETIME, 
	exit_recorded_by VARCHAR, 
	support_after INTEGER, 
	support_after_why VARCHAR, 
	support_degree_after FLOAT, 
	support_degree_after_why VARCHAR, 
	work_after FLOAT, 
	work_after_why VARCHAR, 
	work_kind_after VARCHAR, 
	work_kind_after_why VARCHAR, 
	study_after FLOAT, 
	study_after_why VARCHAR, 
	seeking_after BOOLEAN, 
	seeking_after_why VARCHAR, 
	health_after INTEGER, 
	health_after_why VARCHAR, 
	ability_after INTEGER, 
	ability_after_why VARCHAR, 
	sick_leave_after FLOAT, 
	sick_leave_after_why VARCHAR, 
	next_step INTEGER, 
	next_step_why VARCHAR, 
	plan_after BOOLEAN, 
	plan_after_why VARCHAR, 
	step_forward BOOLEAN, 
	step_forward_why VARCHAR, 
	may_contact BOOLEAN, 
	may_contact_why VARCHAR, 
	CONSTRAINT pk_episode PRIMARY KEY (id), 
	CONSTRAINT ck_episode_seeking_before_why CHECK (seeking_before_why IS NULL OR (seeking_before_why IN ('vet_ej', 'vill_ej') AND seeking_before IS NULL)), 
	CONSTRAINT ck_episode_sex CHECK (sex IN ('kvinna', 'man')), 
	CONSTRAINT ck_episode_support_degree_before CHECK (support_degree_before BETWEEN 0 AND 100), 
	CONSTRAINT fk_episode_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id), 
	CONSTRAINT ck_episode_next_step_why CHECK (next_step_why IS NULL OR (next_step_why IN ('vet_ej', 'vill_ej') AND next_step IS NULL)), 
	CONSTRAINT ck_episode_sex_why CHECK (sex_why IS NULL OR (sex_why IN ('vet_ej', 'vill_ej') AND sex IS NULL)), 
	CONSTRAINT ck_episode_next_step CHECK (next_step BETWEEN 0 AND 511), 
	CONSTRAINT ck_episode_support_time_why CHECK (support_time_why IS NULL OR (support_time_why IN ('vet_ej', 'vill_ej') AND support_time IS NULL)), 
	CONSTRAINT ck_episode_study_after CHECK (study_after BETWEEN 0 AND 100), 
	CONSTRAINT ck_episode_support_degree_after CHECK (support_degree_after BETWEEN 0 AND 100), 
	CONSTRAINT ck_episode_step_forward_why CHECK (step_forward_why IS NULL OR (step_forward_why IN ('vet_ej', 'vill_ej') AND step_forward IS NULL)), 
	CONSTRAINT ck_episode_support_degree_after_why CHECK (support_degree_after_why IS NULL OR (support_degree_after_why IN ('vet_ej', 'vill_ej') AND support_degree_after IS NULL)), 
	CONSTRAINT ck_episode_work_after CHECK (work_after BETWEEN 0 AND 100), 
	CONSTRAINT ck_episode_age_band_why CHECK (age_band_why IS NULL OR (age_band_why IN ('vet_ej', 'vill_ej') AND age_band IS NULL)), 
	CONSTRAINT ck_episode_support_before CHECK (support_before BETWEEN 0 AND 511), 
	CONSTRAINT fk_episode_intervention_id FOREIGN KEY(intervention_id) REFERENCES intervention (id), 
	CONSTRAINT ck_episode_health_after CHECK (health_after BETWEEN 1 AND 5), 
	CONSTRAINT ck_episode_seeking_after_why CHECK (seeking_after_why IS NULL OR (seeking_after_why IN ('vet_ej', 'vill_ej') AND seeking_after IS NULL)), 
	CONSTRAINT ck_episode_health_before CHECK (health_before BETWEEN 1 AND 5), 
	CONSTRAINT ck_episode_end_date CHECK (end_date >= start_date), 
	CONSTRAINT ck_episode_study_after_why CHECK (study_after_why IS NULL OR (study_after_why IN ('vet_ej', 'vill_ej') AND study_after IS NULL)), 
	CONSTRAINT ck_episode_sick_leave_before_why CHECK (sick_leave_before_why IS NULL OR (sick_leave_before_why IN ('vet_ej', 'vill_ej') AND sick_leave_before IS NULL)), 
	CONSTRAINT ck_episode_study_before CHECK (study_before BETWEEN 0 AND 100), 
	CONSTRAINT ck_episode_education_why CHECK (education_why IS NULL OR (education_why IN ('vet_ej', 'vill_ej') AND education IS NULL)), 
	CONSTRAINT ck_episode_plan_after_why CHECK (plan_after_why IS NULL OR (plan_after_why IN ('vet_ej', 'vill_ej') AND plan_after IS NULL)), 
	CONSTRAINT ck_episode_support_after_why CHECK (support_after_why IS NULL OR (support_after_why IN ('vet_ej', 'vill_ej') AND support_after IS NULL)), 
	CONSTRAINT ck_episode_sick_leave_after_why CHECK (sick_leave_after_why IS NULL OR (sick_leave_after_why IN ('vet_ej', 'vill_ej') AND sick_leave_after IS NULL)), 
	CONSTRAINT ck_episode_initiated_by_why CHECK (initiated_by_why IS NULL OR (initiated_by_why IN ('vet_ej', 'vill_ej') AND initiated_by IS NULL)), 
	CONSTRAINT ck_episode_study_before_why CHECK (study_before_why IS NULL OR (study_before_why IN ('vet_ej', 'vill_ej') AND study_before IS NULL)), 
	CONSTRAINT ck_episode_work_kind_after_why CHECK (work_kind_after_why IS NULL OR (work_kind_after_why IN ('vet_ej', 'vill_ej') AND work_kind_after IS NULL)), 
	CONSTRAINT ck_episode_ability_before_why CHECK (ability_before_why IS NULL OR (ability_before_why IN ('vet_ej', 'vill_ej') AND ability_before IS NULL)), 
	CONSTRAINT ck_episode_municipality_why CHECK (municipality_why IS NULL OR (municipality_why IN ('vet_ej', 'vill_ej') AND municipality IS NULL)), 
	CONSTRAINT ck_episode_sick_leave_before CHECK (sick_leave_before BETWEEN 0 AND 100), 
	CONSTRAINT ck_episode_support_before_why CHECK (support_before_why IS NULL OR (support_before_why IN ('vet_ej', 'vill_ej') AND support_before IS NULL)), 
	CONSTRAINT ck_episode_work_after_why CHECK (work_after_why IS NULL OR (work_after_why IN ('vet_ej', 'vill_ej') AND work_after IS NULL)), 
	CONSTRAINT ck_episode_work_before CHECK (work_before BETWEEN 0 AND 100), 
	CONSTRAINT uq_episode_intervention_id_number UNIQUE (intervention_id, number), 
	CONSTRAINT ck_episode_ability_before CHECK (ability_before BETWEEN 0 AND 10), 
	CONSTRAINT ck_episode_age_band CHECK (age_band IN ('16-24', '16-19', '20-24', '25-29', '30-39', '40-49', '50-59', '60-')), 
	CONSTRAINT ck_episode_sick_leave_after CHECK (sick_leave_after BETWEEN 0 AND 100), 
	CONSTRAINT ck_episode_exit_reason CHECK ((end_date IS NULL) = (exit_reason IS NULL)), 
	CONSTRAINT ck_episode_health_after_why CHECK (health_after_why IS NULL OR (health_after_why IN ('vet_ej', 'vill_ej') AND health_after IS NULL)), 
	CONSTRAINT ck_episode_support_after CHECK (support_after BETWEEN 0 AND 511), 
	CONSTRAINT ck_episode_support_degree_before_why CHECK (support_degree_before_why IS NULL OR (support_degree_before_why IN ('vet_ej', 'vill_ej') AND support_degree_before IS NULL)), 
	CONSTRAINT ck_episode_work_kind_after CHECK (work_kind_after IN ('osubventionerat', 'subventionerat', 'eget_företag')), 
	CONSTRAINT ck_episode_ability_after_why CHECK (ability_after_why IS NULL OR (ability_after_why IN ('vet_ej', 'vill_ej') AND ability_after IS NULL)), 
	CONSTRAINT ck_episode_health_before_why CHECK (health_before_why IS NULL OR (health_before_why IN ('vet_ej', 'vill_ej') AND health_before IS NULL)), 
	CONSTRAINT ck_episode_may_contact_why CHECK (may_contact_why IS NULL OR (may_contact_why IN ('vet_ej', 'vill_ej') AND may_contact IS NULL)), 
	CONSTRAINT ck_episode_work_before_why CHECK (work_before_why IS NULL OR (work_before_why IN ('vet_ej', 'vill_ej') AND work_before IS NULL)), 
	CONSTRAINT ck_episode_ability_after CHECK (ability_after BETWEEN 0 AND 10), 
	CONSTRAINT fk_episode_association_id FOREIGN KEY(association_id) REFERENCES association (id)
);
INSERT INTO "episode" VALUES(1,'2022-03-01 09:30:00.000000','anna',2,1,1,'K-001',0,'kvinna',NULL,'30-39',NULL,'Lillby',NULL,'2021-02-02','FK',NULL,'gymnasium',NULL,'3-5_år',NULL,65,NULL,100.0,NULL,0.0,NULL,0.0,NULL,NULL,NULL,2,NULL,3,NULL,NULL,NULL,'2022-01-20','enligt_plan','2022-03-01 09:30:00.000000','anna',64,NULL,NULL,NULL,50.0,NULL,'osubventionerat',NULL,0.0,NULL,NULL,NULL,3,NULL,6,NULL,NULL,NULL,1,NULL,1,NULL,1,NULL,1,NULL);
INSERT INTO "episode" VALUES(2,'2022-03-01 09:30:00.000000','anna',3,1,1,'K-002',1,NULL,'vet_ej','30-39',NULL,'Åby',NULL,'2021-02-02','FK',NULL,'gymnasium',NULL,'3-5_år',NULL,65,NULL,100.0,NULL,0.0,NULL,0.0,NULL,NULL,NULL,2,NULL,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "follow_up" (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	months INTEGER NOT NULL, 
	date DATE NOT NULL, 
	outcome VARCHAR NOT NULL, 
	support INTEGER, 
	support_why VARCHAR, 
	support_degree FLOAT, 
	support_degree_why VARCHAR, 
	work FLOAT, 
	work_why VARCHAR, 
	study FLOAT, 
	study_why VARCHAR, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT ck_follow_up_months CHECK (months > 0), 
	CONSTRAINT ck_follow_up_support_degree CHECK (support_degree BETWEEN 0 AND 100), 
	CONSTRAINT ck_follow_up_work CHECK (work BETWEEN 0 AND 100), 
	CONSTRAINT ck_follow_up_study CHECK (study BETWEEN 0 AND 100), 
	CONSTRAINT fk_follow_up_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT ck_follow_up_support_why CHECK (support_why IS NULL OR (support_why IN ('vet_ej', 'vill_ej') AND support IS NULL)), 
	CONSTRAINT ck_follow_up_outcome CHECK (outcome IN ('svarat', 'ej_nådd', 'avböjt', 'avliden')), 
	CONSTRAINT ck_follow_up_support CHECK (support BETWEEN 0 AND 511), 
	CONSTRAINT ck_follow_up_work_why CHECK (work_why IS NULL OR (work_why IN ('vet_ej', 'vill_ej') AND work IS NULL)), 
	CONSTRAINT uq_follow_up_episode_id_months UNIQUE (episode_id, months), 
	CONSTRAINT fk_follow_up_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id), 
	CONSTRAINT ck_follow_up_support_degree_why CHECK (support_degree_why IS NULL OR (support_degree_why IN ('vet_ej', 'vill_ej') AND support_degree IS NULL)), 
	CONSTRAINT ck_follow_up_study_why CHECK (study_why IS NULL OR (study_why IN ('vet_ej', 'vill_ej') AND study IS NULL)), 
	CONSTRAINT fk_follow_up_episode_id FOREIGN KEY(episode_id) REFERENCES episode (id)
);
INSERT INTO "follow_up" VALUES(1,'2022-03-01 09:30:00.000000','anna',4,1,1,1,'2022-02-20','svarat',0,NULL,NULL,NULL,100.0,NULL,0.0,NULL);
CREATE TABLE form_draft (
	id INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	"by" VARCHAR NOT NULL, 
	form VARCHAR NOT NULL, 
	kept_at DATETIME NOT NULL, 
	texts JSON NOT NULL, 
	CONSTRAINT pk_form_draft PRIMARY KEY (id), 
	CONSTRAINT fk_form_draft_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT uq_form_draft_association_id_by_form UNIQUE (association_id, "by", form)
);
INSERT INTO "form_draft" VALUES(1,1,'anna','exit krus K-001','2022-03-01 09:30:00.000000','{"slutdatum": "2022-01-20", "avslutsanledning": "enligt_plan", "arbete_efter": "50", "arbetstyp_efter": "osubventionerat", "studier_efter": "0", "f\u00f6rs\u00f6rjning_efter": "f\u00f6rs\u00f6rjningsst\u00f6d", "n\u00e4sta_steg": "arbete", "plan_efter": "ja", "stegf\u00f6rflyttning": "ja", "h\u00e4lsa_efter": "3", "arbetsf\u00f6rm\u00e5ga_efter": "6", "f\u00e5r_kontaktas": "ja"}');
CREATE TABLE goal (
	id INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	plan_version_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	goal VARCHAR NOT NULL, 
	definition JSON NOT NULL, 
	CONSTRAINT pk_goal PRIMARY KEY (id), 
	CONSTRAINT fk_goal_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_goal_plan_version_id FOREIGN KEY(plan_version_id) REFERENCES plan_version (id), 
	CONSTRAINT uq_goal_plan_version_id_goal UNIQUE (plan_version_id, goal)
);
INSERT INTO "goal" VALUES(1,1,1,2021,0,'arbete-studier','{"id": "arbete-studier", "level": "individ", "text": "30 % ska ha kommit ut i arbete eller studier efter avslutad insats", "measure": "exits", "target": "0.30", "success": ["arbete", "studier"]}');
INSERT INTO "goal" VALUES(2,1,1,2021,1,'presenterat','{"id": "presenterat", "level": "organisation", "text": "Verksamheten ska presenteras", "measure": "checklist"}');
CREATE TABLE intervention (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	orientation VARCHAR NOT NULL, 
	detail VARCHAR, 
	owner VARCHAR, 
	parties INTEGER, 
	municipalities VARCHAR, 
	target_group VARCHAR, 
	start DATE, 
	"end" DATE, 
	planned_min INTEGER, 
	planned_max INTEGER, 
	planned_length INTEGER, 
	follow_up_months VARCHAR, 
	esf BOOLEAN, 
	CONSTRAINT pk_intervention PRIMARY KEY (id), 
	CONSTRAINT ck_intervention_orientation CHECK (orientation IN ('individ', 'struktur')), 
	CONSTRAINT ck_intervention_parties CHECK (parties >= 0), 
	CONSTRAINT ck_intervention_planned_length CHECK (planned_length >= 0), 
	CONSTRAINT ck_intervention_planned_max CHECK (planned_max >= 0), 
	CONSTRAINT ck_intervention_planned_min CHECK (planned_min >= 0), 
	CONSTRAINT fk_intervention_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_intervention_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id), 
	CONSTRAINT uq_intervention_association_id_key UNIQUE (association_id, "key")
);
INSERT INTO "intervention" VALUES(1,'2022-03-01 09:30:00.000000','anna',1,1,'krus','KRUS','individ',NULL,NULL,NULL,NULL,NULL,'2019-01-01',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "intervention" VALUES(2,'2022-03-01 09:30:00.000000','anna',1,1,'navet','Navet i Lillby','individ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'3+6+12',NULL);
INSERT INTO "intervention" VALUES(3,'2022-03-01 09:30:00.000000','anna',1,1,'guiden','Välfärdsguiden','struktur',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE mailing (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	round VARCHAR NOT NULL, 
	date DATE, 
	respondent_group VARCHAR NOT NULL, 
	intervention_id INTEGER, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_mailing PRIMARY KEY (id), 
	CONSTRAINT ck_mailing_respondent_group CHECK (respondent_group IN ('deltagare_pågående', 'deltagare_avslut', 'insatspersonal', 'chefer', 'remittenter', 'styrelse', 'förbundschef')), 
	CONSTRAINT ck_mailing_number CHECK (number >= 0), 
	CONSTRAINT fk_mailing_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_mailing_intervention_id FOREIGN KEY(intervention_id) REFERENCES intervention (id), 
	CONSTRAINT fk_mailing_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id)
);
INSERT INTO "mailing" VALUES(1,'2022-03-01 09:30:00.000000','anna',6,1,'2021-höst',NULL,'deltagare_avslut',NULL,9);
CREATE TABLE money (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	recorded_in INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	through DATE, 
	kind VARCHAR NOT NULL, 
	intervention_id INTEGER, 
	label VARCHAR NOT NULL, 
	budget BIGINT, 
	granted BIGINT, 
	requisitioned BIGINT, 
	outcome BIGINT, 
	forecast BIGINT, 
	CONSTRAINT pk_money PRIMARY KEY (id), 
	CONSTRAINT ck_money_kind CHECK (kind IN ('bidrag', 'övrig_intäkt', 'individinsats', 'strukturinsats', 'pott', 'ej_fördelat', 'administration', 'övrig_kostnad', 'ingående_kapital')), 
	CONSTRAINT fk_money_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_money_intervention_id FOREIGN KEY(intervention_id) REFERENCES intervention (id), 
	CONSTRAINT fk_money_recorded_in FOREIGN KEY(recorded_in) REFERENCES change (id)
);
INSERT INTO "money" VALUES(1,'2022-03-01 09:30:00.000000','anna',7,1,2021,NULL,'bidrag',NULL,'',NULL,NULL,NULL,120000050,NULL);
CREATE TABLE plan_version (
	id INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	plan_id VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	document JSON NOT NULL, 
	applied_at DATETIME NOT NULL, 
	applied_by VARCHAR NOT NULL, 
	applied_in INTEGER NOT NULL, 
	CONSTRAINT pk_plan_version PRIMARY KEY (id), 
	CONSTRAINT fk_plan_version_applied_in FOREIGN KEY(applied_in) REFERENCES change (id), 
	CONSTRAINT fk_plan_version_association_id FOREIGN KEY(association_id) REFERENCES association (id)
);
INSERT INTO "plan_version" VALUES(1,1,'exempel-2021',2021,'{"plan": {"id": "exempel-2021", "association": "Samordningsf\u00f6rbundet Exempel", "year": 2021, "adopted": "2020-12-11"}, "settings": {}, "insats": [{"insats": "krus", "namn": "KRUS", "inriktning": "individ", "start": "2019-01-01"}, {"insats": "navet", "namn": "Navet i Lillby", "inriktning": "individ", "uppf\u00f6ljningar": "3+6+12"}, {"insats": "guiden", "namn": "V\u00e4lf\u00e4rdsguiden", "inriktning": "struktur"}], "budget": [], "budget_sum": [], "question": [{"id": "i1", "indicators": [1], "steps": 4, "positive": [3, 4], "groups": ["deltagare_p\u00e5g\u00e5ende", "deltagare_avslut"], "theme": "st\u00f6d efter behov"}]}','2022-03-01 09:30:00.000000','anna',1);
CREATE TABLE publication (
	id INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	last_change INTEGER, 
	digest VARCHAR NOT NULL, 
	sums JSON NOT NULL, 
	CONSTRAINT pk_publication PRIMARY KEY (id), 
	CONSTRAINT ck_publication_kind CHECK (kind IN ('report', 'export', 'delivery')), 
	CONSTRAINT fk_publication_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT fk_publication_last_change FOREIGN KEY(last_change) REFERENCES change (id)
);
INSERT INTO "publication" VALUES(1,1,'2022-03-01 09:30:00.000000','anna','report','2021',15,'0e1ee82468960ef88c95541deddbd230b491d2d1c1d39720e272c8cf3dcd08e2','[[0, [1, 2]]]');
CREATE TABLE published_cell (
	publication_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	measure VARCHAR NOT NULL, 
	"of" VARCHAR NOT NULL, 
	part VARCHAR NOT NULL, 
	insats VARCHAR, 
	sex VARCHAR, 
	municipality VARCHAR, 
	start DATE NOT NULL, 
	"end" DATE NOT NULL, 
	value INTEGER NOT NULL, 
	hidden VARCHAR, 
	CONSTRAINT pk_published_cell PRIMARY KEY (publication_id, place), 
	CONSTRAINT ck_published_cell_hidden CHECK (hidden IN ('small', 'complementary', 'earlier')), 
	CONSTRAINT ck_published_cell_value CHECK (value >= 0), 
	CONSTRAINT fk_published_cell_publication_id FOREIGN KEY(publication_id) REFERENCES publication (id), 
	CONSTRAINT fk_published_cell_association_id FOREIGN KEY(association_id) REFERENCES association (id)
);
INSERT INTO "published_cell" VALUES(1,0,1,'avslutade','','',NULL,NULL,NULL,'2021-01-01','2022-01-01',12,NULL);
INSERT INTO "published_cell" VALUES(1,1,1,'avslutade','','',NULL,'kvinna',NULL,'2021-01-01','2022-01-01',9,'complementary');
INSERT INTO "published_cell" VALUES(1,2,1,'avslutade','','',NULL,'man',NULL,'2021-01-01','2022-01-01',3,'small');
CREATE TABLE saved_view (
	id INTEGER NOT NULL, 
	association_id INTEGER NOT NULL, 
	"by" VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	search JSON NOT NULL, 
	CONSTRAINT pk_saved_view PRIMARY KEY (id), 
	CONSTRAINT fk_saved_view_association_id FOREIGN KEY(association_id) REFERENCES association (id), 
	CONSTRAINT uq_saved_view_association_id_by_name UNIQUE (association_id, "by", name)
);
INSERT INTO "saved_view" VALUES(1,1,'anna','Krus i år','{"text": "", "insats": "krus", "state": null, "this_year": false, "column": "startdatum", "descending": true}');
CREATE INDEX ix_change_association_id ON change (association_id);
CREATE INDEX ix_change_by ON change ("by");
CREATE INDEX ix_change_undoes ON change (undoes);
CREATE INDEX ix_activity_recorded_in ON activity (recorded_in);
CREATE INDEX ix_assessment_recorded_in ON assessment (recorded_in);
CREATE INDEX ix_change_row_change_id ON change_row (change_id);
CREATE INDEX ix_change_row_entity ON change_row (entity);
CREATE INDEX ix_change_row_row_id ON change_row (row_id);
CREATE INDEX ix_intervention_recorded_in ON intervention (recorded_in);
CREATE INDEX ix_plan_version_association_id ON plan_version (association_id);
CREATE INDEX ix_answer_recorded_in ON answer (recorded_in);
CREATE INDEX ix_answer_tally ON answer (association_id, date, respondent_group, question, value, round, intervention_id, form, sex);
CREATE INDEX ix_delivery_association_id ON delivery (association_id);
CREATE INDEX ix_delivery_recorded_in ON delivery (recorded_in);
CREATE INDEX ix_goal_association_id ON goal (association_id);
CREATE INDEX ix_mailing_recorded_in ON mailing (recorded_in);
CREATE INDEX ix_money_recorded_in ON money (recorded_in);
CREATE INDEX ix_count_delivery_id ON count (delivery_id);
CREATE INDEX ix_count_measure ON count (association_id, measure, start_date);
CREATE INDEX ix_count_recorded_in ON count (recorded_in);
CREATE UNIQUE INDEX uq_answer_key ON answer (association_id, round, respondent_group, coalesce(intervention_id, 0), form, question);
CREATE UNIQUE INDEX uq_mailing_key ON mailing (association_id, round, respondent_group, coalesce(intervention_id, 0));
CREATE UNIQUE INDEX uq_money_key ON money (association_id, year, coalesce(through, '9999-12-31'), kind, coalesce(intervention_id, 0), label);
CREATE UNIQUE INDEX uq_count_key ON count (association_id, coalesce(delivery_id, 0), start_date, end_date, coalesce(intervention_id, 0), municipality, coalesce(sex, ''), measure, part);
CREATE INDEX ix_acceptance_recorded_in ON acceptance (recorded_in);
CREATE INDEX ix_episode_exits ON episode (association_id, end_date, voided, intervention_id, sex, exit_reason, work_after, work_kind_after, study_after, support_after, support_degree_after, support_before, support_degree_before, next_step, plan_after, step_forward, work_before, study_before, municipality);
CREATE INDEX ix_episode_participants ON episode (association_id, start_date, end_date, voided, intervention_id, sex, municipality);
CREATE INDEX ix_episode_recorded_in ON episode (recorded_in);
CREATE INDEX ix_follow_up_recorded_in ON follow_up (recorded_in);
CREATE INDEX ix_episode_register ON episode (association_id, start_date DESC, voided, number, intervention_id, sex, age_band, end_date, exit_reason, work_after, study_after, support_after, work_after_why, study_after_why, support_after_why);
CREATE INDEX ix_publication_association_id ON publication (association_id);
CREATE INDEX ix_published_cell_association_id_start_end ON published_cell (association_id, start, "end");
COMMIT;
