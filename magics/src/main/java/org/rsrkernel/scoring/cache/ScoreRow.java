package org.rsrkernel.scoring.cache;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;

/**
 * One row of a shard.
 *
 * @param blobs token ids, positions, ranks, surprisals, entropies, square sums
 * @param checksum of the blobs, since Parquet files may be damaged where no reader notices
 */
record ScoreRow(ScoreKey key, List<byte[]> blobs, boolean truncated, long checksum) {

  static final String COLUMNS =
      "key, token_ids, positions, ranks, surprisals, entropies, square_sums, truncated, checksum";

  static final String TYPED_COLUMNS =
      "key VARCHAR, token_ids BLOB, positions BLOB, ranks BLOB, surprisals BLOB, entropies BLOB,"
          + " square_sums BLOB, truncated BOOLEAN, checksum BIGINT";

  private static final int BLOBS = 6;

  static ScoreRow of(ScoreKey key, TokenScores scores) {
    int size = scores.size();
    List<byte[]> blobs =
        List.of(
            Blobs.tokenIds(scores),
            Blobs.ints(size, scores::position),
            Blobs.ints(size, scores::rank),
            Blobs.floats(size, scores::surprisal),
            Blobs.floats(size, scores::entropy),
            Blobs.floats(size, scores::squareSum));
    return new ScoreRow(key, blobs, scores.truncated(), checksum(blobs));
  }

  /** The current row of a query for all columns, in the table's order. */
  static ScoreRow read(ResultSet row) throws SQLException {
    List<byte[]> blobs = new ArrayList<>();
    for (int b = 0; b < BLOBS; b++) {
      blobs.add(row.getBytes(2 + b));
    }
    return new ScoreRow(
        new ScoreKey(row.getString(1)), blobs, row.getBoolean(2 + BLOBS), row.getLong(3 + BLOBS));
  }

  /** Sets the parameters of an insertion into all columns. */
  void bind(PreparedStatement insert) throws SQLException {
    insert.setString(1, key.value());
    for (int b = 0; b < BLOBS; b++) {
      insert.setBytes(2 + b, blobs.get(b));
    }
    insert.setBoolean(2 + BLOBS, truncated);
    insert.setLong(3 + BLOBS, checksum);
  }

  boolean isIntact() {
    return checksum == checksum(blobs);
  }

  TokenScores scores() {
    return new TokenScores(
        Blobs.toInts(blobs.get(0)),
        Blobs.toInts(blobs.get(1)),
        Blobs.toInts(blobs.get(2)),
        Blobs.toFloats(blobs.get(3)),
        Blobs.toFloats(blobs.get(4)),
        Blobs.toFloats(blobs.get(5)),
        truncated);
  }

  private static long checksum(List<byte[]> blobs) {
    CRC32C checksum = new CRC32C();
    blobs.forEach(checksum::update);
    return checksum.getValue();
  }
}
