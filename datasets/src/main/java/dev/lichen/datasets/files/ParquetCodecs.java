package dev.lichen.datasets.files;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Packs and unpacks the pages of Parquet files, without Hadoop's codecs; a page that claims to be huge is damage. */
final class ParquetCodecs implements CompressionCodecFactory {

    private static final int LARGEST_PAGE = 256 << 20;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Decompressor(codec);
    }

    @Override
    public void release() {
        // holds nothing
    }

    private record Compressor(CompressionCodecName codec) implements BytesInputCompressor {

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return switch (codec) {
                case UNCOMPRESSED -> bytes;
                case ZSTD -> BytesInput.from(Zstd.compress(bytes.toInputStream().readAllBytes()));
                default -> throw new IOException("pages are written with zstd, not " + codec);
            };
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {
            // holds nothing
        }
    }

    private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(unpack(packed.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer target, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            target.put(unpack(bytes, size));
        }

        private byte[] unpack(byte[] packed, int size) throws IOException {
            if (size < 0 || size > LARGEST_PAGE) {
                throw new IOException("a page claims to unpack to " + size + " bytes");
            }
            return switch (codec) {
                case UNCOMPRESSED -> packed;
                case ZSTD -> Zstd.decompress(packed, size);
                case SNAPPY -> snappy(packed, size);
                case GZIP -> gunzip(packed, size);
                case LZ4_RAW -> Lz4Block.unpack(packed, size);
                case LZ4 -> Lz4Block.unpackFramed(packed, size);
                default -> throw new UnsupportedOperationException("pages packed by " + codec);
            };
        }

        private static byte[] snappy(byte[] packed, int size) throws IOException {
            if (Snappy.uncompressedLength(packed) != size) {
                throw new IOException("a page does not unpack to the size it claims");
            }
            return Snappy.uncompress(packed);
        }

        private static byte[] gunzip(byte[] packed, int size) throws IOException {
            try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return input.readNBytes(size);
            }
        }

        @Override
        public void release() {
            // holds nothing
        }
    }
}
