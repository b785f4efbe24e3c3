/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/read.h>
#include <string.h>

/* The whole header of every kind of file: what is published here does not change by accident. That
 * the manual page has each of them is a test of the page. */
static const char *const formats[][2] = {
    {"measurements",
     "plant,date,round,weekday,sample,substance,concentration_ng_per_l,"
     "lod_ng_per_l,loq_ng_per_l,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p,"
     "flow_m3_per_day,meter,population,laboratory,batch,replicate,population_basis,"
     "enantiomeric_fraction,qualifier,below_lod,below_loq,sample_type,type,"
     "recovery_percent,is_area,calibration_upper_ng_per_l,not_detected,composite_hours,"
     "composite_mode"},
    {"samples", "sample,plant,start,end,hours,mode"},
    {"flows", "plant,date,flow_m3_per_day,meter"},
    {"plants", "plant,name,country,population,population_basis,population_year,from,until"},
    {"rounds", "round,first,last,kind,note"},
    {"days", "plant,date,event,note"},
    {"budget", "component,scope,rel_u,substance,plant,rel_u_at_loq"},
    {"priors", "substance,s0,d0,day_s0,day_d0,week_day_s0,week_day_d0,day_sd,nugget,walk"},
    {"bridging", "bridging_sample,substance,laboratory,concentration_ng_per_l,replicate"},
    {"catchment", "plant,region_kind,region_code,region_name,share_percent,people,from,until,note"},
    {"rwzi_register", "rwzi_code,rwzi_naam,startdatum,einddatum,inwoners,regio_type,regio_code,"
                      "regio_naam,aandeel,toelichting"},
    {"month_means", "plant,substance,month,mean_mg_d_1000p,lower_mg_d_1000p,upper_mg_d_1000p,"
                    "standard_error_mg_d_1000p,caution"},
    {"statcan", "REF_DATE,GEO,Measure,Characteristics,UOM,SCALAR_FACTOR,VALUE,STATUS"},
    {"european-sites", "SiteID,Country,City,Population"},
    {"european", "Year,Metabolite,Site ID,Country,City,Monday,Tuesday,Wednesday,Thursday,Friday,"
                 "Saturday,Sunday,Weekday mean,Weekend mean,Daily mean"},
    {"corrections", "key,field,old,new,reason,date,file,applied"},
    {"checks", "rule,lower,upper,unit,substance,laboratory"},
    {"sums", "sum,part"},
    {"limits", "substance,lod_ng_per_l,loq_ng_per_l,laboratory,batch,plant,from,until"},
};
enum { FORMATS = sizeof formats / sizeof *formats };

Test(formats, headers)
{
    char header[400];
    cr_assert(eq(sz, doseau_file_kind_count(), FORMATS));
    for (size_t i = 0; i < FORMATS; i++) {
        cr_expect(eq(str, (char *)doseau_file_kind_name(i), (char *)formats[i][0]));
        cr_expect(eq(sz, doseau_file_kind_header(i, header, sizeof header), strlen(formats[i][1])));
        cr_expect(eq(str, header, (char *)formats[i][1]));
    }
}

Test(formats, little_room_and_no_such_kind)
{
    char header[8] = "before";
    cr_expect(eq(sz, doseau_file_kind_header(2, header, sizeof header), strlen(formats[2][1])));
    cr_expect(eq(str, header, "plant,d"));
    cr_expect(eq(sz, doseau_file_kind_header(2, NULL, 0), strlen(formats[2][1])));
    cr_expect(zero(sz, doseau_file_kind_header(FORMATS, header, sizeof header)));
    cr_expect(eq(str, header, ""));
    cr_expect(zero(ptr, (void *)doseau_file_kind_name(FORMATS)));
}
