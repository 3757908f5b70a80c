package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.NewToken;
import dev.taskstore.dialect.tck.numbers.Ticket;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import dev.taskstore.dialect.tck.numbers.schema.TokenRepository;
import dev.taskstore.dialect.tck.values.NewBigintValue;
import dev.taskstore.dialect.tck.values.NewBinaryValue;
import dev.taskstore.dialect.tck.values.NewBooleanValue;
import dev.taskstore.dialect.tck.values.NewCharValue;
import dev.taskstore.dialect.tck.values.NewDateValue;
import dev.taskstore.dialect.tck.values.NewDecimalValue;
import dev.taskstore.dialect.tck.values.NewDoubleValue;
import dev.taskstore.dialect.tck.values.NewDurationValue;
import dev.taskstore.dialect.tck.values.NewInstantValue;
import dev.taskstore.dialect.tck.values.NewIntegerValue;
import dev.taskstore.dialect.tck.values.NewJsonValue;
import dev.taskstore.dialect.tck.values.NewLargeValue;
import dev.taskstore.dialect.tck.values.NewRealValue;
import dev.taskstore.dialect.tck.values.NewSmallintValue;
import dev.taskstore.dialect.tck.values.NewTextValue;
import dev.taskstore.dialect.tck.values.NewTimeValue;
import dev.taskstore.dialect.tck.values.NewTimestampValue;
import dev.taskstore.dialect.tck.values.schema.BigintValueRepository;
import dev.taskstore.dialect.tck.values.schema.BinaryValueRepository;
import dev.taskstore.dialect.tck.values.schema.BooleanValueRepository;
import dev.taskstore.dialect.tck.values.schema.CharValueRepository;
import dev.taskstore.dialect.tck.values.schema.DateValueRepository;
import dev.taskstore.dialect.tck.values.schema.DecimalValueRepository;
import dev.taskstore.dialect.tck.values.schema.DoubleValueRepository;
import dev.taskstore.dialect.tck.values.schema.DurationValueRepository;
import dev.taskstore.dialect.tck.values.schema.InstantValueRepository;
import dev.taskstore.dialect.tck.values.schema.IntegerValueRepository;
import dev.taskstore.dialect.tck.values.schema.JsonValueRepository;
import dev.taskstore.dialect.tck.values.schema.LargeValueRepository;
import dev.taskstore.dialect.tck.values.schema.RealValueRepository;
import dev.taskstore.dialect.tck.values.schema.SmallintValueRepository;
import dev.taskstore.dialect.tck.values.schema.TextValueRepository;
import dev.taskstore.dialect.tck.values.schema.TimeValueRepository;
import dev.taskstore.dialect.tck.values.schema.TimestampValueRepository;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jooq.JSON;
import org.jooq.Schema;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of columns with its extreme values and NULL, identity columns and self-references. */
class ValueTypesTest {

  private static final BigDecimal LARGE = new BigDecimal("9999999999999999999999999999.9999999999");

  private static final String VALUES = "dev/taskstore/dialect/tck/values/change-log/master.xml";
  private static final String NUMBERS = "dev/taskstore/dialect/tck/numbers/change-log/master.xml";

  @TempDir private Path folder;

  private static void insertExtremeValues(Database database) {
    new SmallintValueRepository(database)
        .insert(NewSmallintValue.of(Short.MIN_VALUE).other(Short.MAX_VALUE));
    new IntegerValueRepository(database)
        .insert(NewIntegerValue.of(Integer.MIN_VALUE).other(Integer.MAX_VALUE));
    BigintValueRepository longs = new BigintValueRepository(database);
    longs.insert(NewBigintValue.of(Long.MIN_VALUE).other(Long.MAX_VALUE));
    longs.insert(NewBigintValue.of(Long.MAX_VALUE));
    new BooleanValueRepository(database).insert(NewBooleanValue.of(true).other(false));
    new DecimalValueRepository(database)
        .insert(NewDecimalValue.of(new BigDecimal("-0.01")).other(new BigDecimal("12345.60")));
    new DateValueRepository(database)
        .insert(NewDateValue.of(ValueLimits.MIN_DATE).other(ValueLimits.MAX_DATE));
    new TimeValueRepository(database)
        .insert(NewTimeValue.of(LocalTime.MIN).other(LocalTime.parse("23:59:59.999999")));
    new DurationValueRepository(database)
        .insert(NewDurationValue.of(Duration.ofNanos(-1_000)).other(Duration.ofDays(1)));
    InstantValueRepository instants = new InstantValueRepository(database);
    instants.insert(NewInstantValue.of(ValueLimits.MIN_INSTANT).other(ValueLimits.MAX_INSTANT));
    instants.insert(NewInstantValue.of(Instant.parse("1969-12-31T23:59:59.999999Z")));
    TextValueRepository texts = new TextValueRepository(database);
    texts.insert(NewTextValue.of("").other("\u0001\uFFFF\uD83E\uDD50"));
    texts.insert(NewTextValue.of("\uE000 sorts before \uD83E\uDD50"));
    texts.insert(NewTextValue.of("\uD83E\uDD50"));
    new BinaryValueRepository(database)
        .insert(NewBinaryValue.of(Bytes.of(new byte[0])).other(Bytes.of(new byte[] {0, -1})));
    new JsonValueRepository(database)
        .insert(NewJsonValue.of(JSON.json("{ \"a\":  1.0 }")).other(JSON.json("null")));
    new LargeValueRepository(database)
        .insert(NewLargeValue.of(new BigDecimal("-0.0000000001")).other(LARGE));
    new DoubleValueRepository(database)
        .insert(NewDoubleValue.of(Double.MIN_VALUE).other(-Double.MAX_VALUE));
    new RealValueRepository(database).insert(NewRealValue.of(0.1f).other(Float.MIN_VALUE));
    new TimestampValueRepository(database)
        .insert(NewTimestampValue.of(ValueLimits.MIN_TIMESTAMP).other(ValueLimits.MAX_TIMESTAMP));
    new CharValueRepository(database).insert(NewCharValue.of("ab  ").other("\u00e9"));
  }

  @ParameterizedTest
  @CsvSource({"SQLITE, POSTGRES", "POSTGRES, SQLITE"})
  void extremeValuesAreTheSameOnTheOtherDialect(Engine from, Engine to) throws Exception {
    Schema schema = dev.taskstore.dialect.tck.values.schema.DefaultSchema.DEFAULT_SCHEMA;
    Path archive = folder.resolve("values.zip");
    ArchiveManifest manifest;
    try (TckDatabase source = from.create(folder);
        Database database = Engine.open(source, VALUES, MigrationMode.UPDATE)) {
      insertExtremeValues(database);
      manifest = Backup.of(database, schema).writeTo(archive);
      assertThat(manifest.rows()).isEqualTo(21);
    }
    try (TckDatabase target = to.create(folder);
        Database database = Engine.open(target, VALUES, MigrationMode.NONE)) {
      Restore.into(database).from(archive);
      assertThat(Backup.of(database, schema).writeTo(folder.resolve("again.zip")).tables())
          .isEqualTo(manifest.tables());
      assertThat(new JsonValueRepository(database).getById(JSON.json("{ \"a\":  1.0 }")).other())
          .isEqualTo(JSON.json("null"));
      assertThat(new BigintValueRepository(database).getById(Long.MAX_VALUE).other()).isNull();
      assertThat(
              new LargeValueRepository(database).getById(new BigDecimal("-0.0000000001")).other())
          .isEqualTo(LARGE);
      assertThat(new RealValueRepository(database).getById(0.1f).other())
          .isEqualTo(Float.MIN_VALUE);
      assertThat(new CharValueRepository(database).getById("ab").other()).isEqualTo("\u00e9");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE, SQLITE",
    "SQLITE, POSTGRES",
    "POSTGRES, SQLITE",
    "POSTGRES, POSTGRES",
  })
  void identitiesContinueBehindTheRestoredRows(Engine from, Engine to) throws Exception {
    Schema schema = dev.taskstore.dialect.tck.numbers.schema.DefaultSchema.DEFAULT_SCHEMA;
    Path archive = folder.resolve("numbers.zip");
    Ticket child;
    try (TckDatabase source = from.create(folder);
        Database database = Engine.open(source, NUMBERS, MigrationMode.UPDATE)) {
      TicketRepository tickets = new TicketRepository(database);
      Ticket first = tickets.insert(NewTicket.of("A1"));
      Ticket parent = tickets.insert(NewTicket.of("A2"));
      child = tickets.insert(NewTicket.of("A3").price(new BigDecimal("0.10")));
      database
          .dsl()
          .execute("UPDATE tickets SET parent_id = " + child.id() + " WHERE id = " + first.id());
      database
          .dsl()
          .execute("UPDATE tickets SET parent_id = " + parent.id() + " WHERE id = " + child.id());
      new TokenRepository(database).insert(NewToken.of());
      Backup.of(database, schema).writeTo(archive);
    }
    try (TckDatabase target = to.create(folder);
        Database database = Engine.open(target, NUMBERS, MigrationMode.NONE)) {
      Restore.into(database).from(archive);
      TicketRepository tickets = new TicketRepository(database);
      assertThat(tickets.getById(child.id()).price()).isEqualTo(new BigDecimal("0.10"));
      assertThat(tickets.insert(NewTicket.of("A4")).id()).isGreaterThan(child.id());
      assertThat(database.migrations().drift().toString()).isEmpty();
    }
  }
}
