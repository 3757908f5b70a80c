package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedModelsTest {

  @TempDir static Path directory;

  private static final Map<String, GeneratedCode> COMPILED = new HashMap<>();

  @Test
  void aCompositeKeyIsARecord() {
    GeneratedCode code = generate("composite-keys");

    assertThat(code.code("EditionKey")).contains("public record EditionKey(String isbn, int year)");
    assertThat(code.code("Edition")).contains("public EditionKey key()");
    assertThat(code.code("schema.EditionRepository"))
        .contains("extends KeyedRepository<Edition, NewEdition, EditionChanges, EditionKey>")
        .contains("public Edition upsertByIsbnAndYear(NewEdition draft)");
    assertThat(code.code("NewEdition"))
        .contains("public static NewEdition of(String isbn, int year, String title)");
  }

  @Test
  void aTableWithoutManagedColumnsIsNeverTouched() {
    GeneratedCode code = generate("no-version");

    assertThat(code.code("schema.NoteMapping"))
        .contains("public Note touch(Note entity, Instant now) { return entity; }")
        .contains("public @Nullable TableField<?, Long> versionColumn() { return null; }")
        .contains("public long version(Note entity) { return 0; }")
        .contains("UUID id = draft.id() != null ? draft.id() : context.newId()");
  }

  @Test
  void managedColumnsAreFilledIn() {
    GeneratedCode code = generate("self-reference");

    assertThat(code.code("NewCategory"))
        .contains("public static NewCategory of(String name)")
        .contains("@Nullable Instant updatedAt)")
        .doesNotContain("version");
    assertThat(code.code("CategoryChanges"))
        .contains("public CategoryChanges parentId(@Nullable UUID parentId)")
        .doesNotContain("createdAt", "updatedAt", "version");
    assertThat(code.code("schema.CategoryMapping"))
        .contains("entity.with().updatedAt(now).version(entity.version() + 1).build()")
        .contains("draft.createdAt() != null ? context.newId(draft.createdAt()) : context.newId()")
        .contains("draft.updatedAt() != null ? draft.updatedAt() : createdAt");
  }

  @Test
  void reservedNamesBecomeLegalOnes() {
    GeneratedCode code = generate("keywords");

    assertThat(code.code("Order"))
        .contains("String class_, int default_, boolean select, @Nullable String group")
        .contains("with_, @Nullable String build_, @Nullable String key_, @Nullable String of_")
        .contains("hashCode_")
        .contains("_2nd");
    assertThat(code.code("schema.OrderRepository"))
        .contains("findByClass(String class_)")
        .contains("findByRequest(UUID request, PageRequest request_)");
  }

  @Test
  void aJoinTableWithMoreColumnsHasAModel() {
    GeneratedCode code = generate("join-tables");

    assertThat(code.code("Review"))
        .contains("public record Review(UUID bookId, UUID authorId, short stars)");
    assertThat(code.code("schema.ReviewRepository"))
        .contains("findByBook(UUID bookId, PageRequest request)")
        .contains("findByAuthor(UUID authorId, PageRequest request)");
  }

  @Test
  void aListOfTextsIsAnEnum() {
    GeneratedCode code = generate("checks");

    assertThat(code.code("ParcelStatus"))
        .contains("IN_TRANSIT(\"in-transit\")")
        .contains("DELIVERED(\"delivered\")")
        .contains("EMPTY(\"\")")
        .contains("_2ND_TRY(\"2nd try\")")
        .contains("case \"in-transit\" -> IN_TRANSIT;");
    assertThat(code.code("ParcelReason")).contains("LOST(\"lost\")");
    assertThat(code.code("ParcelKind")).contains("BOX(\"box\")");
    assertThat(code.code("NewParcel")).contains("ParcelStatus.IN_TRANSIT,");
    assertThat(code.code("schema.ParcelMapping"))
        .contains("PARCELS.REASON, Codecs.COLLATED_TEXT.converted(new ParcelReasonConverter())")
        .contains("STATUS_COLUMN.require(row, ")
        .contains("REASON_COLUMN.read(row, ")
        .contains("REASON_COLUMN.write(row, entity.reason());");
    assertThat(code.code("schema.ParcelReasonConverter"))
        .contains("literal == null ? null : ParcelReason.of(literal)")
        .contains("value == null ? null : value.literal()");
    assertThat(code.code("schema.tables.Parcels"))
        .contains("TableField<ParcelsRecord, ParcelStatus> STATUS")
        .contains("ParcelStatusConverter())");
  }

  @Test
  void limitsOfLengthsAreCheckedWithTheNamesOfTheirConstraints() {
    assertThat(generate("checks").code("schema.ParcelMapping"))
        .contains(column("LABEL", ".withLength(1, 30, \"ck_parcels_label\");"))
        .contains(column("NOTE", ".withLength(0, 99, \"ck_parcels_note\");"))
        .contains(column("CODE", ".withLength(4, 9, \"ck_parcels_code\")"))
        .contains(column("SLOGAN", ".withLength(0, 80, null)"))
        .contains(
            column(
                "SENDER",
                ".withLength(3, Integer.MAX_VALUE, \"ck_parcels_sender_least\")"
                    + ".withLength(0, 40, \"ck_parcels_sender_most\")"))
        .doesNotContain("ck_parcels_both", "ck_parcels_weight", "ck_parcels_sender_trimmed");
  }

  private static String column(String column, String limits) {
    return column
        + "_COLUMN = MappedColumn.of(PARCELS."
        + column
        + ", Codecs.COLLATED_TEXT)"
        + limits;
  }

  @Test
  void remarksAreDocumentation() {
    GeneratedCode code = generate("checks");

    assertThat(code.source("Parcel"))
        .contains(
            "What is sent: &lt;b&gt;bold&lt;/b&gt; &amp; &#123;&#64;link braces&#125; *&#47; end.")
        .contains("@param status Where it is; C:&#92;users");
  }

  @Test
  void everyTypeAndConstantDefaultIsKnown() {
    GeneratedCode code = generate("types");

    assertThat(code.code("NewSample"))
        .contains("public static NewSample of(long id)")
        .contains("\"it's $5\"")
        .contains("UUID.fromString(\"00000000-0000-0000-0000-000000000001\")")
        .contains("Instant.parse(\"2026-01-02T03:04:05Z\")")
        .contains("-5L, 7, (short) 3, false,")
        .contains("LocalDate.parse(\"2026-02-28\"), LocalTime.parse(\"23:59:59.999999\"),")
        .contains("new BigDecimal(\"-9.90\"), new BigDecimal(\"12\"), Bytes.ofHex(\"00ff\"),")
        .contains("JSON.json(\"{\\\"a\\\": \\\"it's\\\"}\"), null,")
        .contains("null, null, null, null, null, null, true)");
    assertThat(code.code("schema.SampleMapping"))
        .contains("MappedColumn.of(SAMPLES.A_DECIMAL, Codecs.decimal(12, 2));")
        .contains("MappedColumn.of(SAMPLES.NO_DECIMAL, Codecs.decimal(18, 18));")
        .contains("A_BIGINT_COLUMN = MappedColumn.of(SAMPLES.A_BIGINT, Codecs.BIGINT);")
        .contains("Codecs.BYTES).withLength(1, 100, \"ck_samples_a_binary\")")
        .contains("SAMPLES.NO_BINARY, Codecs.BYTES).withLength(0, 20, \"ck_samples_no_binary\")")
        .contains("NO_JSON_COLUMN.validate(entity.noJson());")
        .contains("NO_TEXT_COLUMN.validate(entity.noText());")
        .doesNotContain("TIME_COLUMN.validate", "BIGINT_COLUMN.validate");
    assertThat(code.code("schema.tables.Samples"))
        .contains("SQLDataType.DECIMAL(5).nullable(false)")
        .contains("dev.taskstore.db.mapping.Codecs.decimal(12, 2).binding()");
    assertThat(code.code("Sample"))
        .contains("long aBigint, int anInteger, short aSmallint, boolean aBoolean")
        .contains("@Nullable Short noSmallint, @Nullable Boolean noBoolean")
        .contains("BigDecimal aWholeDecimal, Bytes aBinary, JSON aJson, @Nullable LocalDate noDate")
        .contains("aDecimal = Codecs.decimal(12, 2).normalize(aDecimal)")
        .contains("noTime = noTime == null ? null : Codecs.TIME.normalize(noTime)");
  }

  @Test
  void numbersAndTimesOfOtherSizesAreKnown() {
    GeneratedCode code = generate("more-types");

    assertThat(code.code("NewMeasurement"))
        .contains("LocalDateTime.parse(\"2026-01-02T03:04:05\")")
        .contains("LocalDateTime.parse(\"2026-01-02T03:04:05.125\")")
        .contains("-1.5, 0.25f, new BigDecimal(\"12345678901234567890.5000\"), \"ab\"");
    assertThat(code.code("Measurement"))
        .contains("int id, LocalDateTime aTimestamp, LocalDateTime aMillisecond, double aDouble")
        .contains("float aReal, BigDecimal aLargeDecimal, String aChar, @Nullable Bytes")
        .contains("@Nullable Double noDouble, @Nullable Float noReal, short version")
        .contains("aMillisecond = Codecs.timestamp(3).normalize(aMillisecond)")
        .contains("aChar = Codecs.COLLATED_CHARACTER.normalize(aChar)");
    assertThat(code.code("schema.MeasurementMapping"))
        .contains("MEASUREMENTS.A_LARGE_DECIMAL, Codecs.decimal(30, 4));")
        .contains("MEASUREMENTS.A_CHAR, Codecs.COLLATED_CHARACTER).withLength(0, 4, null);")
        .contains("Codecs.BYTES).withLength(0, 5, \"ck_measurements_binary\");")
        .contains("MEASUREMENTS.NO_INSTANT, Codecs.instant(3));")
        .contains("MEASUREMENTS.NO_SECOND, Codecs.time(0));")
        .contains("A_DOUBLE_COLUMN.validate(entity.aDouble());")
        .contains("public @Nullable TableField<?, Integer> identityColumn()")
        .contains("return entity.with().id(Math.toIntExact(identity)).build();")
        .contains("public @Nullable TableField<?, Short> versionColumn()")
        .contains("version((short) (entity.version() + 1))");
  }

  @Test
  void typesAreImportedAndNotNamedInFull() {
    Pattern fullName = Pattern.compile("\\b(java|org|dev|scenario)\\.[a-z][\\w.]*\\.[A-Z]\\w*");

    for (String name : List.of("checks", "join-tables", "composite-keys", "types", "more-types")) {
      generate(name).sources().entrySet().stream()
          .filter(source -> !source.getValue().contains("This file is generated by jOOQ"))
          .forEach(
              source ->
                  assertThat(source.getValue().lines())
                      .as(source.getKey())
                      .noneMatch(
                          line -> !line.startsWith("import ") && fullName.matcher(line).find()));
    }
  }

  private static GeneratedCode generate(String scenario) {
    return COMPILED.computeIfAbsent(
        scenario, name -> Scenario.named(name, directory.resolve(name)).generate().compiles());
  }
}
